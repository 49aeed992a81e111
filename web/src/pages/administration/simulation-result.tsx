import { getRouteApi, Link } from '@tanstack/react-router';
import { useSeesInvoices } from '../../api/session.js';
import { Notice } from '../../components/notice.js';
import { useLanguage } from '../../words/language.js';
import { inLanguage, useWords } from '../../words/words.js';
import type { Simulation } from './administration-queries.js';
import { useDepartmentName } from './department-names.js';
import { ruleWords } from './rules.words.js';

const route = getRouteApi('/t/$slug/desk/administration/$');

interface SimulationResultProps {
  readonly result: Simulation;
  /** The rules have been changed since. */
  readonly outdated: boolean;
}

/** What would go elsewhere, by where from and where to. */
export function SimulationResult({ result, outdated }: SimulationResultProps) {
  const say = useWords(ruleWords);
  const { examined, moved, complete, groups } = result;
  return (
    <div role="status">
      <p className="kern-body">
        <strong>
          {say(moved === 0 ? 'nothingMoves' : moved === 1 ? 'oneMoves' : 'manyMove', { moved, examined })}
        </strong>
      </p>
      {!complete && <p className="kern-body kern-body--small">{say('trialIncomplete')}</p>}
      {outdated && (
        <Notice kind="warning" title={say('trialOutdatedTitle')}>
          <p className="kern-body">{say('trialOutdated')}</p>
        </Notice>
      )}
      {groups.length > 0 && (
        <ul className="rule-moves">
          {groups.map((group, index) => (
            <MoveEntry key={index} group={group} />
          ))}
        </ul>
      )}
    </div>
  );
}

function MoveEntry({ group: { from, to, count, examples } }: { readonly group: Simulation['groups'][number] }) {
  const say = useWords(ruleWords);
  const language = useLanguage();
  const departmentName = useDepartmentName();
  const nameOf = (id: string | null) => (id === null ? say('clearingQueue') : departmentName(id));
  return (
    <li>
      <p className="kern-body rule-moves__way">
        <span className="rule-moves__count">{say(count === 1 ? 'oneInvoice' : 'manyInvoices', { count })}</span>
        <span>
          {nameOf(from.departmentId)} <span className="admin-muted">({inLanguage(from.by, language)})</span>
        </span>
        <span aria-hidden="true">→</span>
        <span className="kern-sr-only">{say('toward')}</span>
        <span>
          <strong>{nameOf(to.departmentId)}</strong>{' '}
          <span className="admin-muted">({inLanguage(to.by, language)})</span>
        </span>
      </p>
      {examples.length > 0 && (
        <ul className="rule-moves__examples">
          {examples.map((example) => (
            <li key={example.id}>
              <Example example={example} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

interface ExampleProps {
  readonly example: Simulation['groups'][number]['examples'][number];
}

/** Opens in a window of its own: the draft stays in this one. */
function Example({ example: { id, number, sellerName } }: ExampleProps) {
  const say = useWords(ruleWords);
  const { slug } = route.useParams();
  const name = [number ?? say('unnumbered'), sellerName].filter((part) => part !== null).join(' · ');
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
