import { formatDate, formatDaysFromNow } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { inLanguage, useWords } from '../../words/words.js';
import type { Invoice } from './invoice-queries.js';
import { invoiceWords } from './invoice.words.js';

/** Every deadline with its reason; the next loss stands above them. */
export function DeadlineFacts({ invoice: { deadlines } }: { readonly invoice: Pick<Invoice, 'deadlines'> }) {
  const say = useWords(invoiceWords);
  const language = useLanguage();
  return (
    <details className="deadlines">
      <summary>{say('deadlines', { count: deadlines.length })}</summary>
      <ul className="plain-list">
        {deadlines.map(({ kind, label, on, reason }, index) => (
          <li key={`${kind} ${String(index)}`}>
            <strong>
              {inLanguage(label, language)}: {formatDate(on, language)}
            </strong>{' '}
            <span className="fact-list__aside">{formatDaysFromNow(on, language)}</span>
            <p className="kern-body kern-body--small">{inLanguage(reason, language)}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
