import '../../styles/coding.css';
import { CodingPanel } from './coding-panel.js';
import type { SeenInvoice } from './invoice-queries.js';
import { PaymentPanel } from './payment-panel.js';

/** What the town pays and to what it books it: beside what the invoice says. */
export function CodingAndPayment({ invoice }: { readonly invoice: SeenInvoice }) {
  return (
    <div className="coding-and-payment">
      <CodingPanel invoice={invoice} />
      <PaymentPanel invoice={invoice} />
    </div>
  );
}
