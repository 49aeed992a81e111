import { queryOptions, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import { Notice } from '../../components/notice.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { formatInstant } from '../../format/dates.js';
import { formatBytes } from '../../format/decimals.js';
import { formOf } from '../../format/files.js';
import type { operations } from '../../generated/api.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { DownloadLink } from './download-link.js';
import { supplierQueryWords } from './supplier-query.words.js';

type Seen = operations['InvoiceQueries.list']['responses'][200]['content']['application/json']['items'][number];
type Paper = Seen['papers'][number];

const EVERY_MS = 10_000;

const queriesQuery = (id: string, version: string) =>
  queryOptions({
    queryKey: ['invoices', 'one', id, 'queries', version],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/invoices/{id}/queries', { params: { path: { id } }, signal })),
    // The mail is on its way: whether it has gone out is told without asking.
    refetchInterval: ({ state: { data } }) => data?.items.some(({ mail }) => mail.state === 'planned') && EVERY_MS,
  });

interface SupplierQueriesProps {
  readonly id: string;
  /** Changes with the state: what was asked or answered since is fetched anew. */
  readonly stateSince: string;
}

/** What the supplier was asked, how long it has been waiting, and what came back. Nothing where nobody has asked. */
export function SupplierQueries({ id, stateSince }: SupplierQueriesProps) {
  const say = useWords(supplierQueryWords);
  const queries = useQuery(queriesQuery(id, stateSince));
  const [latest, ...earlier] = queries.data?.items ?? [];
  if (queries.error) return <ProblemPanel error={queries.error} onRetry={() => void queries.refetch()} />;
  if (!latest) return null;
  return (
    <section className="supplier-queries" aria-labelledby="supplier-queries">
      <h2 id="supplier-queries" className="terms__title">
        {say('title')}
      </h2>
      <OneQuery id={id} query={latest} />
      {earlier.length > 0 && (
        <details>
          <summary>{say('earlier', { count: earlier.length })}</summary>
          {earlier.map((query) => (
            <OneQuery key={query.id} id={id} query={query} />
          ))}
        </details>
      )}
    </section>
  );
}

function OneQuery({ id, query }: { readonly id: string; readonly query: Seen }) {
  const say = useWords(supplierQueryWords);
  const when = formatInstant(query.askedAt, useLanguage());
  return (
    <div className="supplier-query">
      <p className="kern-body kern-body--small">{say('asked', { when, name: query.askedByName ?? say('somebody') })}</p>
      <blockquote className="supplier-query__words">{query.question}</blockquote>
      {query.isOpen && <Waiting query={query} />}
      <Answer id={id} query={query} />
    </div>
  );
}

function Waiting({ query: { days, mail } }: { readonly query: Seen }) {
  const say = useWords(supplierQueryWords);
  const language = useLanguage();
  const waits = days === 0 ? say('waitsNone') : days === 1 ? say('waitsDay') : say('waits', { count: days });
  const isMissing = mail.state === 'none' || mail.state === 'failed';
  return (
    <>
      <p className="kern-body">
        <strong>{waits}.</strong> {mail.state === 'planned' && say('mailPlanned')}
        {mail.sentAt && say('mailSent', { when: formatInstant(mail.sentAt, language) })}
      </p>
      {isMissing && (
        <Notice kind="warning" title={say(mail.state === 'none' ? 'mailNone' : 'mailFailed')}>
          <p className="kern-body">
            {mail.state === 'none' && `${say(silenceOf(mail.because))} `}
            {say('askOtherwise')}
          </p>
        </Notice>
      )}
    </>
  );
}

const silences = ['noAddress', 'noWayOut', 'answersSwitchedOff', 'answeredAlready'] as const;
const silenceOf = (because: string | null) => silences.find((one) => one === because) ?? 'otherwise';

const ways = { mail: 'byMail', link: 'byLink', staff: 'byStaff' } as const;

function Answer({ id, query }: { readonly id: string; readonly query: Seen }) {
  const say = useWords(supplierQueryWords);
  const language = useLanguage();
  const { answeredAt, answeredBy, note, notedByName, papers } = query;
  const texts = papers.filter(({ text }) => text !== null && text !== '');
  const files = papers.filter(({ text }) => text === null);
  return (
    <>
      {answeredAt && answeredBy && (
        <p className="kern-body">
          <strong>
            {say(ways[answeredBy], { when: formatInstant(answeredAt, language), name: notedByName ?? say('somebody') })}
          </strong>
        </p>
      )}
      {note !== null && <blockquote className="supplier-query__words">{note}</blockquote>}
      {texts.map((paper) => (
        <blockquote key={paper.id} className="supplier-query__words">
          {paper.text}
        </blockquote>
      ))}
      {files.length > 0 && (
        <ul className="plain-list file-list" aria-label={say('papers')}>
          {files.map((paper) => (
            <AnswerFile key={paper.id} id={id} paper={paper} />
          ))}
        </ul>
      )}
    </>
  );
}

function AnswerFile({ id, paper }: { readonly id: string; readonly paper: Paper }) {
  const language = useLanguage();
  const { fileName, mediaType, sizeBytes, sender } = paper;
  const facts = [formOf(mediaType), formatBytes(sizeBytes, language), sender];
  return (
    <li className="file-list__file">
      <div className="file-list__what">
        <span className="file-list__name">{fileName}</span>
        <span className="file-list__kind">{facts.filter((fact) => fact !== null).join(' · ')}</span>
      </div>
      <DownloadLink
        href={`/api/v1/invoices/${encodeURIComponent(id)}/queries/papers/${encodeURIComponent(paper.id)}`}
        name={fileName}
      />
    </li>
  );
}
