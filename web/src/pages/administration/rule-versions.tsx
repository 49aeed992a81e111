import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { LoadMore } from '../../components/load-more.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { formatInstant } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { peopleQuery, ruleVersionsQuery, type RuleDifference, type RuleVersion } from './administration-queries.js';
import { useConditionsInWords } from './condition-words.js';
import { useDepartmentName } from './department-names.js';
import { ruleWords } from './rules.words.js';

/** Who changed the rules when, and what was otherwise before. */
export function RuleVersions() {
  const say = useWords(ruleWords);
  const versions = useInfiniteQuery(ruleVersionsQuery);
  const items = versions.data?.pages.flatMap((page) => page.items) ?? [];
  if (versions.data && items.length === 0) return null;
  return (
    <section className="rule-versions">
      <h2 className="kern-heading-small">{say('versions')}</h2>
      {versions.error && <ProblemPanel error={versions.error} onRetry={() => void versions.refetch()} />}
      {!versions.data && !versions.error && <Skeleton lines={3} />}
      <ol className="admin-list">
        {items.map((version) => (
          <VersionEntry key={version.version} version={version} />
        ))}
      </ol>
      {versions.hasNextPage && (
        <LoadMore
          shown={items.length}
          hasMore
          busy={versions.isFetchingNextPage}
          onMore={() => void versions.fetchNextPage()}
        />
      )}
    </section>
  );
}

function VersionEntry({ version: { version, setBy, setAt, differences } }: { readonly version: RuleVersion }) {
  const say = useWords(ruleWords);
  const language = useLanguage();
  const person = useQuery(peopleQuery).data?.find(({ id }) => id === setBy)?.displayName ?? say('somebody');
  const count = differences.length;
  const summary = say('versionOf', { version, person, time: formatInstant(setAt, language) });
  return (
    <li className="rule-version">
      <details>
        <summary>
          {summary} <span className="admin-muted">{say(count === 1 ? 'oneDifference' : 'differences', { count })}</span>
        </summary>
        <ul className="rule-version__differences">
          {differences.map((difference, index) => (
            <li key={index}>
              <Difference difference={difference} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

function Difference({ difference }: { readonly difference: RuleDifference }) {
  const say = useWords(ruleWords);
  const { kind, place } = difference;
  if (kind === 'moved')
    return (
      <p className="kern-body">{say('wasMoved', { name: difference.after.name, from: difference.from, place })}</p>
    );
  if (kind === 'changed') {
    return (
      <>
        <p className="kern-body">{say('wasChanged', { name: difference.after.name, place })}</p>
        <dl className="rule-version__sides">
          <dt>{say('before')}</dt>
          <dd>
            <RuleSentence rule={difference.before} />
          </dd>
          <dt>{say('after')}</dt>
          <dd>
            <RuleSentence rule={difference.after} />
          </dd>
        </dl>
      </>
    );
  }
  const rule = kind === 'added' ? difference.after : difference.before;
  return (
    <p className="kern-body">
      {say(kind === 'added' ? 'wasAdded' : 'wasEnded', { name: rule.name, place })} <RuleSentence rule={rule} />
    </p>
  );
}

type Rule = Extract<RuleDifference, { kind: 'added' }>['after'];

function RuleSentence({ rule: { name, when, departmentId } }: { readonly rule: Rule }) {
  const say = useWords(ruleWords);
  const inWords = useConditionsInWords();
  const departmentName = useDepartmentName();
  return <>{say('ruleSentence', { name, when: inWords(when), department: departmentName(departmentId) })}</>;
}
