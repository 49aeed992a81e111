import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { kindOf } from '../../api/problem.js';
import { townQuery } from '../../api/town.js';
import { Notice } from '../../components/notice.js';
import { PageHeading } from '../../components/page-heading.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { Tabs } from '../../components/tabs.js';
import type { operations } from '../../generated/api.js';
import '../../styles/counter.css';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { PlainText } from '../town-texts/plain-text.js';
import { CheckForm } from './check-form.js';
import { counterWords } from './counter.words.js';
import { Feedback } from './feedback.js';
import { SubmitForm } from './submit-form.js';

const route = getRouteApi('/public/t/$slug');

/** Where suppliers bring invoices, or only have them checked. */
export function CounterPage() {
  const say = useWords(counterWords);
  const { slug } = route.useParams();
  const town = useQuery(townQuery(slug));
  if (kindOf(town.error) === 'missing') return <NoTown />;
  return (
    <div className="counter">
      <PageHeading title={say('title')} />
      {town.error && !town.data && <ProblemPanel error={town.error} onRetry={() => void town.refetch()} />}
      {town.isPending && <Skeleton lines={8} />}
      {town.data && (town.data.open ? <OpenCounter town={town.data} /> : <ClosedCounter town={town.data} />)}
      {town.data && <Feedback address={town.data.feedbackAddress} />}
    </div>
  );
}

type Town = operations['Counter.look']['responses'][200]['content']['application/json'];

function OpenCounter({ town }: { readonly town: Town }) {
  const say = useWords(counterWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const open = (name: 'submit' | 'check') =>
    void navigate({ search: name === 'check' ? { do: 'check' } : {}, replace: true });
  return (
    <>
      <p className="kern-body">{say('intro', { town: town.name })}</p>
      <Tabs
        label={say('ways')}
        open={search.do ?? 'submit'}
        onOpen={open}
        tabs={[
          { name: 'submit', label: say('submit'), content: () => <SubmitForm slug={town.slug} limits={town.limits} /> },
          {
            name: 'check',
            label: say('check'),
            content: () => <CheckForm slug={town.slug} limits={town.limits} onSubmitInstead={() => open('submit')} />,
          },
        ]}
      />
    </>
  );
}

function ClosedCounter({ town }: { readonly town: Town }) {
  const say = useWords(counterWords);
  const language = useLanguage();
  const { closedNote } = town;
  const isGerman = language === 'de' || closedNote?.en === null;
  return (
    <Notice kind="info" title={say('closed')}>
      {closedNote && (
        <div lang={isGerman ? 'de' : 'en'}>
          <PlainText text={(isGerman ? null : closedNote.en) ?? closedNote.de} />
        </div>
      )}
      <p className="kern-body">{say('closedTracking')}</p>
    </Notice>
  );
}

function NoTown() {
  const say = useWords(counterWords);
  return (
    <div className="narrow">
      <PageHeading title={say('noTown')} />
      <p className="kern-body">{say('noTownWhy')}</p>
      <p>
        <Link to="/" className="kern-link kern-link--no-visited-state">
          {say('otherTown')}
        </Link>
      </p>
    </div>
  );
}
