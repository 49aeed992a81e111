import { formatAmount } from '../../format/decimals.js';
import { formatDate, townDay } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { inLanguage, useWords } from '../../words/words.js';
import type { Grant } from './administration-queries.js';
import { useDepartmentName } from './department-names.js';
import { grantWords } from './grants.words.js';

export interface GrantInWords {
  readonly role: string;
  /** Where, up to how much, from when to when. */
  readonly rest: string;
}

export function useGrantInWords(): (grant: Grant) => GrantInWords {
  const say = useWords(grantWords);
  const language = useLanguage();
  const departmentName = useDepartmentName();
  return (grant) => {
    const from = formatDate(grant.validFrom, language);
    const to = grant.validTo === null ? null : formatDate(grant.validTo, language);
    const limit =
      grant.limitEuro === null ? [] : [say('upTo', { amount: formatAmount(grant.limitEuro, 'EUR', language) })];
    const time = to === null ? say('validFrom', { from }) : say('validBetween', { from, to });
    return {
      role: inLanguage(grant.roleLabel, language),
      rest: [departmentName(grant.departmentId), ...limit, time].join(' · '),
    };
  };
}

export type GrantState = 'waits' | 'notYet' | 'holds' | 'over';

export function grantState({ confirmedAt, validFrom, validTo }: Grant, now = new Date()): GrantState {
  const today = townDay(now);
  if (confirmedAt === null) return 'waits';
  if (validFrom > today) return 'notYet';
  return validTo !== null && validTo < today ? 'over' : 'holds';
}
