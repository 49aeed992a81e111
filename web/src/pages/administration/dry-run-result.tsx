import { getRouteApi, Link } from '@tanstack/react-router';
import { useSeesInvoices } from '../../api/session.js';
import type { paths } from '../../generated/api.js';
import { useWords } from '../../words/words.js';
import { dryRunWords } from './dry-run.words.js';

const route = getRouteApi('/t/$slug/desk/administration/$');

type DryRun = paths['/api/v1/administration/dry-runs']['post']['responses'][200]['content']['application/json'];

/** What would be said otherwise: verdicts, rules, and the invoices that one may see. */
export function DryRunResult({ result }: { readonly result: DryRun }) {
  const say = useWords(dryRunWords);
  const { examined, notExamined, complete, otherwise, verdicts, rules } = result;
  const count = { examined, otherwise, notExamined };
  const summary = examined + notExamined === 0 ? 'none' : otherwise === 0 ? 'nothing' : 'otherwise';
  return (
    <>
      <p className="kern-body">
        <strong>{say(summary, count)}</strong>
      </p>
      {notExamined > 0 && <p className="kern-body kern-body--small">{say('notExamined', count)}</p>}
      {!complete && <p className="kern-body kern-body--small">{say('incomplete')}</p>}
      {verdicts.length > 0 && (
        <>
          <h2 className="kern-heading-small">{say('verdicts')}</h2>
          <ul className="rule-moves">
            {verdicts.map((verdict) => (
              <li key={`${verdict.stored} ${verdict.would}`} className="rule-moves__way">
                <span className="rule-moves__count">{verdict.count}</span>
                <Change verdict={verdict} />
              </li>
            ))}
          </ul>
        </>
      )}
      {rules.length > 0 && <Rules rules={rules} />}
      {otherwise > 0 && <Invoices invoices={result.invoices} />}
    </>
  );
}

function Change({ verdict }: { readonly verdict: DryRun['invoices'][number]['verdict'] }) {
  const say = useWords(dryRunWords);
  if (verdict.stored === verdict.would) return <span>{say(verdict.stored)}</span>;
  return (
    <span>
      {say(verdict.stored)} <span aria-hidden="true">→</span> <span className="kern-sr-only">{say('toward')}</span>{' '}
      <strong>{say(verdict.would)}</strong>
    </span>
  );
}

function Rules({ rules }: Pick<DryRun, 'rules'>) {
  const say = useWords(dryRunWords);
  return (
    <>
      <h2 className="kern-heading-small">{say('rules')}</h2>
      <ul className="rule-moves">
        {rules.map(({ rule, added, gone }) => (
          <li key={rule} className="rule-moves__way">
            <strong>{rule}</strong>
            {added > 0 && (
              <span>
                {say('added')}: {added}
              </span>
            )}
            {gone > 0 && (
              <span>
                {say('gone')}: {gone}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Invoices({ invoices }: Pick<DryRun, 'invoices'>) {
  const say = useWords(dryRunWords);
  return (
    <>
      <h2 className="kern-heading-small">{say('invoices')}</h2>
      {invoices.length === 0 && <p className="kern-body">{say('unseen')}</p>}
      <ul className="rule-moves">
        {invoices.map((invoice) => (
          <li key={invoice.id}>
            <p className="kern-body rule-moves__way">
              <InvoiceLink invoice={invoice} />
              <Change verdict={invoice.verdict} />
            </p>
            <RuleNames label={say('added')} rules={invoice.added} />
            <RuleNames label={say('gone')} rules={invoice.gone} />
          </li>
        ))}
      </ul>
    </>
  );
}

function RuleNames({ label, rules }: { readonly label: string; readonly rules: readonly string[] }) {
  if (rules.length === 0) return null;
  return (
    <p className="kern-body kern-body--small">
      {label}: {rules.join(', ')}
    </p>
  );
}

/** Opens in a window of its own: the result is kept nowhere and would be gone. */
function InvoiceLink({ invoice: { id, number } }: { readonly invoice: DryRun['invoices'][number] }) {
  const say = useWords(dryRunWords);
  const { slug } = route.useParams();
  const name = number ?? say('unnumbered');
  if (!useSeesInvoices()) return name;
  return (
    <Link
      to="/t/$slug/desk/invoices/$id"
      params={{ slug, id }}
      target="_blank"
      rel="noopener"
      className="kern-link kern-link--no-visited-state"
    >
      {name}
      <span className="kern-sr-only"> ({say('newWindow')})</span>
    </Link>
  );
}
