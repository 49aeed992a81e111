import { queryOptions, useQuery } from '@tanstack/react-query';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { Button } from '../../components/button.js';
import { Icon } from '../../components/icon.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { toast } from '../../components/toasts.js';
import { formatInstant } from '../../format/dates.js';
import type { paths } from '../../generated/api.js';
import { useLanguage } from '../../words/language.js';
import { inLanguage, useWords } from '../../words/words.js';
import { useSession } from '../../api/session.js';
import { useMayChange } from './access.js';
import { ADMINISTRATION_KEY } from './administration-queries.js';
import { documentationWords } from './documentation.words.js';
import { Entry } from './listed.js';
import { Section } from './section.js';
import { SubjectAnswerPart } from './subject-answer-part.js';

type Kinds = paths['/api/v1/documentation']['get']['responses'][200]['content']['application/json']['kinds'];
type Kind = Kinds[number];

const documentationQuery = queryOptions({
  queryKey: [...ADMINISTRATION_KEY, 'documentation'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/documentation', { signal }))).kinds,
});

/** What the program writes about itself, as it would be issued now and as it was issued. */
export function DocumentationSection() {
  const say = useWords(documentationWords);
  const { data, error, refetch } = useQuery(documentationQuery);
  const roles = (useSession()?.grants ?? []).map(({ role }) => role);
  const answers = roles.includes('records') || roles.includes('tenantAdmin');
  return (
    <Section title={say('title')} lead={say('lead')}>
      {error && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data?.map((kind) => (
        <KindPart key={kind.kind} kind={kind} />
      ))}
      {answers && <SubjectAnswerPart />}
    </Section>
  );
}

function KindPart({ kind }: { readonly kind: Kind }) {
  const say = useWords(documentationWords);
  const label = inLanguage(kind.label, useLanguage());
  return (
    <section className="admin-setting">
      <h2 className="kern-heading-small">{label}</h2>
      <p className="kern-body">{useStanding(kind)}</p>
      <KindActions kind={kind} label={label} />
      {kind.versions.length > 0 && (
        <ul className="admin-list" aria-label={say('versions', { label })}>
          {kind.versions.map((version) => (
            <VersionEntry key={version.id} version={version} label={label} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Whether the last version still says what is set. */
function useStanding({ changes, versions: [latest] }: Kind): string {
  const say = useWords(documentationWords);
  if (changes === null || latest === undefined) return say('never');
  const { version } = latest;
  return changes === 0 ? say('same', { version }) : say('changed', { version, count: changes });
}

function KindActions({ kind: { kind }, label }: { readonly kind: Kind; readonly label: string }) {
  const say = useWords(documentationWords);
  const mayChange = useMayChange();
  const change = useChange({
    send: (wanted: 'procedure' | 'processing', key) =>
      answerOf(
        api.POST('/api/v1/documentation', { params: { header: { 'Idempotency-Key': key } }, body: { kind: wanted } }),
      ),
    renews: [documentationQuery.queryKey],
    onDone: ({ issued, version }) => toast('success', say(issued ? 'issued' : 'notIssued', { version })),
  });
  return (
    <>
      {change.error && <ProblemPanel error={change.error} />}
      <div className="rule-draft__actions">
        <PaperLink
          href={`/api/v1/documentation/draft?kind=${kind}`}
          words={say('draft')}
          label={say('draftOf', { label })}
        />
        {mayChange && (
          <Button
            kind="primary"
            busy={change.isPending}
            aria-label={change.isPending ? undefined : say('issueOf', { label })}
            onClick={() => change.mutate(kind === 'processing' ? 'processing' : 'procedure')}
          >
            {say('issue')}
          </Button>
        )}
      </div>
    </>
  );
}

interface VersionProps {
  readonly version: Kind['versions'][number];
  readonly label: string;
}

function VersionEntry({ version: { id, version, issuedAt, issuedByName, htmlSha256 }, label }: VersionProps) {
  const say = useWords(documentationWords);
  const at = formatInstant(issuedAt, useLanguage());
  const address = `/api/v1/documentation/${id}`;
  const links = (
    <>
      <PaperLink href={`${address}/page`} words={say('page')} label={say('pageOf', { label, version })} small />
      <a
        className="kern-btn kern-btn--tertiary kern-btn--x-small"
        href={`${address}/text`}
        download
        aria-label={say('textOf', { label, version })}
      >
        <Icon name="download" />
        <span className="kern-label">{say('text')}</span>
      </a>
    </>
  );
  return (
    <Entry title={say('version', { version })} actionsLabel={say('version', { version })} actions={links}>
      <p className="kern-body kern-body--small">{say('by', { name: issuedByName, at })}</p>
      <p className="kern-body kern-body--small admin-muted">
        {say('hash')}: {htmlSha256}
      </p>
    </Entry>
  );
}

interface PaperLinkProps {
  readonly href: string;
  readonly words: string;
  readonly label: string;
  readonly small?: boolean;
}

/** A page that runs nothing, beside this one. */
const PaperLink = ({ href, words, label, small }: PaperLinkProps) => (
  <a
    className={`kern-btn kern-btn--${small ? 'tertiary kern-btn--x-small' : 'secondary'}`}
    href={href}
    target="_blank"
    rel="noreferrer"
    aria-label={label}
  >
    <span className="kern-label">{words}</span>
  </a>
);
