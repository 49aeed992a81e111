import { formatDate } from '../../format/dates.js';
import { formatAmount } from '../../format/decimals.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { decisionWords } from './decision.words.js';
import type { Invoice } from './invoice-queries.js';

/** What the decision is about, so that nobody decides on the wrong one. */
export function PaymentFacts({ invoice }: { readonly invoice: Invoice }) {
  const say = useWords(decisionWords);
  const language = useLanguage();
  const { payment, payableAmount, currency } = invoice;
  const amount = payment?.amount ?? payableAmount;
  const facts = [
    [say('seller'), invoice.sellerName],
    [say('number'), invoice.number ?? invoice.fileName],
    [say('amount'), amount === null ? null : formatAmount(amount, payment?.currency ?? currency ?? '', language)],
    [say('payee'), payment && payment.payee !== invoice.sellerName ? payment.payee : null],
    [say('account'), payment?.iban?.replace(/(.{4})(?=.)/g, '$1 ') ?? null],
    [say('due'), payment?.dueDate ? formatDate(payment.dueDate, language) : null],
  ] as const;
  return (
    <dl className="payment-facts">
      {facts.map(([label, value]) =>
        value === null ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
