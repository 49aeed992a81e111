import type { BookVersions } from '../rules/book-versions.js';

/** Families of documents that a tenant may accept beside XRechnung; a booking aid (MINIMUM, BASIC WL) is never one. */
export type AcceptedFamily = 'en16931' | 'peppol' | 'factur-x';

export interface ExaminationOptions {
  /** What this operation accepts beside the XRechnung scenarios. */
  readonly accept: ReadonlySet<AcceptedFamily>;
  /**
   * Runs en16931, xrechnung and peppol on every UBL and CII document and factur-x by its profile, whatever the
   * structure or the scenario: for comparison with the official verdicts, never in operation.
   */
  readonly exhaustive: boolean;
  /** The day (YYYY-MM-DD) whose versions of the books are to count; without one the newest do. */
  readonly day?: string;
  /** Which versions of the books there are; without it the project's own. */
  readonly versions?: BookVersions;
}

/** What a tenant that configured nothing accepts: XRechnung and nothing else. */
export const strictOptions: ExaminationOptions = { accept: new Set(), exhaustive: false };
