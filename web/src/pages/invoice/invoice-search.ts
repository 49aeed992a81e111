import { oneOf, textIn, type RawSearch } from '../../browser/search-values.js';
import { QUEUES } from '../queue/queue-search.js';

export const READ_TABS = ['terms', 'report', 'history'] as const;
export const PAPER_TABS = ['document', 'source', 'files'] as const;

export type ReadTab = (typeof READ_TABS)[number];
export type PaperTab = (typeof PAPER_TABS)[number];

/** What is open on the page of an invoice, as it stands in the address. */
export interface InvoiceSearch {
  readonly tab?: ReadTab | PaperTab;
  /** On a wide screen: what is open beside it. */
  readonly beside?: PaperTab;
  /** The file that is shown; by default the first one that can be. */
  readonly file?: string;
  /** The line of the XML to look at. */
  readonly line?: number;
  /** The queue from which the invoice was opened: the next one comes from there. */
  readonly queue?: (typeof QUEUES)[number] | 'toConfirm' | 'toOrder';
  /** For whom one acts, in Vertretung; see `actingFor`. */
  readonly whose?: string;
}

export function parseInvoiceSearch(raw: RawSearch): InvoiceSearch {
  const line = Number(raw['line']);
  return {
    tab: oneOf([...READ_TABS, ...PAPER_TABS], raw, 'tab'),
    beside: oneOf(PAPER_TABS, raw, 'beside'),
    file: textIn(raw, 'file'),
    line: Number.isInteger(line) && line > 0 ? line : undefined,
    queue: oneOf([...QUEUES, 'toConfirm', 'toOrder'], raw, 'queue'),
    whose: textIn(raw, 'whose'),
  };
}
