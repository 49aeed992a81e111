import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client.js';
import { kindOf } from '../../api/problem.js';
import { EmptyPanel } from '../../components/empty-panel.js';
import { Notice } from '../../components/notice.js';
import { PageHeading } from '../../components/page-heading.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { formatInstant } from '../../format/dates.js';
import type { operations } from '../../generated/api.js';
import '../../styles/counter.css';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { useState } from 'react';
import { AnswerForm } from './answer-form.js';
import { queryWords } from './query.words.js';

const route = getRouteApi('/public/t/$slug/queries/$signed');

type Asked = operations['Queries.look']['responses'][200]['content']['application/json'];

/** What a town asks about an invoice, and the answer to it. */
export function QueryPage() {
  const say = useWords(queryWords);
  const { signed } = route.useParams();
  const client = useQueryClient();
  const queryKey = ['query', signed];
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/queries/{signed}', { params: { path: { signed } }, signal })),
  });
  const [taken, setTaken] = useState<string | null>(null);
  const [isTyped, setTyped] = useState(false);
  const isMissing = kindOf(error) === 'missing';
  if (isMissing && !(data && isTyped))
    return (
      <>
        <PageHeading title={say('loading')} />
        <EmptyPanel title={say('gone')}>{say('goneWhy')}</EmptyPanel>
      </>
    );
  if (!data)
    return (
      <>
        <PageHeading title={say('loading')} />
        {error ? <ProblemPanel error={error} onRetry={() => void refetch()} /> : <Skeleton lines={6} />}
      </>
    );
  const isOpen = data.isOpen && !isMissing;
  const closed = () => void client.invalidateQueries({ queryKey });
  return (
    <div className="narrow query">
      <PageHeading title={say('title', { name: data.invoiceNumber ?? data.fileName ?? '' })} />
      <Question asked={data} />
      {taken !== null && (
        <Notice kind="success" title={say('done')} urgent>
          <p className="kern-body">{say('doneWhy', { number: taken })}</p>
        </Notice>
      )}
      {taken === null && !isOpen && (
        <Notice kind="info" title={say('closed')} urgent={isTyped}>
          <p className="kern-body">{say('closedWhy')}</p>
          {isTyped && <p className="kern-body">{say('kept')}</p>}
        </Notice>
      )}
      {taken === null && (isOpen || isTyped) && (
        <AnswerForm
          signed={signed}
          limits={data.limits}
          isOpen={isOpen}
          onTyped={() => setTyped(true)}
          onTaken={setTaken}
          onClosed={closed}
        />
      )}
    </div>
  );
}

function Question({ asked: { town, askedAt, question } }: { readonly asked: Asked }) {
  const say = useWords(queryWords);
  const when = formatInstant(askedAt, useLanguage());
  return (
    <section className="query__question">
      <p className="kern-body">{say('from', { town: town.name, when })}</p>
      <blockquote className="query__words" lang="de">
        {question}
      </blockquote>
    </section>
  );
}
