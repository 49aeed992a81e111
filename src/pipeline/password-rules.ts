import { refused } from './outcome.js';
import type { CommonPasswords } from './ports/common-passwords.js';

/**
 * Length in characters, and no rule of composition (NIST SP 800-63B-4, 3.1.1.2; BSI ORP.4.A22). The upper bound keeps
 * a slow hash from being fed at the sender's choice.
 */
export const passwordLimits = { fewest: 12, most: 128, fewestDifferent: 5, fewestOfOnesOwn: 6 } as const;

/** What others know of the person, and what whoever guesses begins with. */
export interface KnownOfPerson {
  readonly login: string;
  readonly displayName: string;
  readonly townName: string;
  readonly townSlug: string;
}

/** Why a password may not be chosen; null: it may. */
export function refusalOfPassword(
  password: string,
  known: KnownOfPerson,
  common: CommonPasswords,
): ReturnType<typeof refused> | null {
  const { length } = [...password];
  if (length < passwordLimits.fewest) return refused('passwordTooShort', { limit: String(passwordLimits.fewest) });
  if (length > passwordLimits.most) return refused('passwordTooLong', { limit: String(passwordLimits.most) });
  const folded = password.toLowerCase();
  const isRepetitive = new Set(folded).size < passwordLimits.fewestDifferent;
  if (isRepetitive || common.has(folded) || common.has(coreOf(folded))) return refused('passwordTooCommon');
  if ([...ownPartOf(folded, known)].length < passwordLimits.fewestOfOnesOwn) return refused('passwordIsName');
  return null;
}

/** Without the digits and signs that people hang on at the ends: `iloveyou2026!` is as common as `iloveyou`. */
const coreOf = (password: string): string => password.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

/** The letters that are left without names of the person and of the town. */
function ownPartOf(password: string, { login, displayName, townName, townSlug }: KnownOfPerson): string {
  const names = [login, ...displayName.split(/\s+/), ...townName.split(/\s+/), ...townSlug.split('-')]
    .map((name) => name.toLowerCase())
    .filter((name) => name.length > 2)
    .sort((a, b) => b.length - a.length);
  return names.reduce((rest, name) => rest.replaceAll(name, ''), password).replace(/[^\p{L}]/gu, '');
}
