import type { Difference } from './differences.js';

/** Why a document differs from the official verdict: by its name and what differs, the first that fits. */
interface Reason {
  readonly file: RegExp;
  readonly wrong: RegExp;
  readonly why: string;
}

const reasons: readonly Reason[] = [];

/** The reason for a difference; null where nobody has found one yet. */
export function reasonFor({ file, wrong }: Difference): string | null {
  return reasons.find((reason) => reason.file.test(file) && wrong.some((one) => reason.wrong.test(one)))?.why ?? null;
}
