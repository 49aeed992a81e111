import { formatInstant } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { inLanguage, useWords } from '../../words/words.js';
import { decisionWords } from './decision.words.js';
import type { Invoice } from './invoice-queries.js';

type Decision = Invoice['decisions'][number];

const SIGNATURES = ['confirmFactual', 'confirmArithmetical', 'order', 'decline', 'returnUntaken', 'reopen'];
const SINGLE: readonly string[] = ['confirmFactual', 'confirmArithmetical', 'order'];

/**
 * What people have signed and what still holds: also after the invoice has been given back or taken over, because who has
 * signed has done so on what has not changed since. Nothing where nobody has signed.
 */
export const standingOf = ({ decisions }: Pick<Invoice, 'decisions'>): readonly Decision[] =>
  decisions.filter(
    ({ action, progress, voidedAt }) =>
      voidedAt === null && SIGNATURES.includes(action) && (SINGLE.includes(action) || progress === 'partial'),
  );

/** Whether a change of coding or payment makes signatures void. */
export const isSigned = (invoice: Pick<Invoice, 'decisions' | 'state'>): boolean =>
  ['confirmed', 'approved'].includes(invoice.state) || standingOf(invoice).length > 0;

/** Who has signed what, in lines. */
export function StandingList({ invoice }: { readonly invoice: Invoice }) {
  const say = useWords(decisionWords);
  const language = useLanguage();
  const nameOf = (id: string) => invoice.names[id] ?? say('somebody');
  const labelOf = (action: string) => (invoice.offers ?? []).find((offer) => offer.action === action)?.label;
  return (
    <ul className="standing-list">
      {standingOf(invoice).map(({ id, action, personId, onBehalfOf, decidedAt }) => {
        const label = labelOf(action);
        const who =
          onBehalfOf === null
            ? nameOf(personId)
            : say('inDeputy', { name: nameOf(personId), principal: nameOf(onBehalfOf) });
        return (
          <li key={id}>
            {label ? inLanguage(label, language) : action}: {who}
            <span className="fact-list__aside"> {formatInstant(decidedAt, language)}</span>
          </li>
        );
      })}
    </ul>
  );
}
