import type { Invoice } from '../invoice/invoice-queries.js';

interface ClearingPanelProps {
  readonly invoice: Invoice;
  /** The version that was seen, for decisions. */
  readonly etag: string;
}

/** What helps to clear an invoice, by the reason why it is in clarification. */
export function ClearingPanel(_: ClearingPanelProps) {
  return null;
}
