import type { Examination } from '../../domain/validation/examination.js';

/**
 * Reads and judges a file outside this process, within the limits of memory and time (invariant 13).
 * `broke`: the file itself broke the reader (it counts as an attempt). `unavailable`: no reader could be started
 * (it does not).
 */
export type ExaminerAnswer =
  | { readonly kind: 'examined'; readonly examination: Examination }
  | { readonly kind: 'broke'; readonly cause: 'memory' | 'time' | 'crash' }
  | { readonly kind: 'unavailable'; readonly cause: string };

export abstract class Examiner {
  /**
   * @param fileName as the sender gave it; a hint only, the bytes decide what the file is.
   * @param day whose versions of the rule books count (YYYY-MM-DD); without one the newest do.
   */
  abstract examine(bytes: Uint8Array, fileName: string, day?: string): Promise<ExaminerAnswer>;
  abstract close(): Promise<void>;
}

/** Readers of their own for files that are only checked, so that strangers' checks never keep the work waiting. */
export abstract class CheckExaminer extends Examiner {}
