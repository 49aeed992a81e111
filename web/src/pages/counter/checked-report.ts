import type { operations } from '../../generated/api.js';

/** What a check answers. */
export type Checked = operations['CounterChecks.check']['responses'][200]['content']['application/json'];

/** A report (Prüfbericht), after a check or a rejection. */
export type Report = Checked['documents'][number]['report'];
