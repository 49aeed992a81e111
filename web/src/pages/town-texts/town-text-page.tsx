import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client.js';
import { kindOf } from '../../api/problem.js';
import { townQuery } from '../../api/town.js';
import { EmptyPanel } from '../../components/empty-panel.js';
import { PageHeading } from '../../components/page-heading.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import '../../styles/counter.css';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { Feedback } from '../counter/feedback.js';
import { PlainText } from './plain-text.js';
import { townTextWords } from './town-text.words.js';

const route = getRouteApi('/public/t/$slug/$text');

/** Imprint, privacy and accessibility statement, as the town has written them. */
export function TownTextPage() {
  const say = useWords(townTextWords);
  const { slug, text } = route.useParams();
  const town = useQuery(townQuery(slug));
  return (
    <div className="town-text">
      <PageHeading key={text} title={say(text)} />
      <TextBody slug={slug} name={text} town={town.data?.name ?? slug} />
      {town.data && <Feedback address={town.data.feedbackAddress} />}
    </div>
  );
}

const fallbacks = { imprint: 'noImprint', privacy: 'noPrivacy', accessibility: 'noAccessibility' } as const;

interface TextBodyProps {
  readonly slug: string;
  readonly name: keyof typeof fallbacks;
  readonly town: string;
}

function TextBody({ slug, name, town }: TextBodyProps) {
  const say = useWords(townTextWords);
  const language = useLanguage();
  const text = useQuery({
    queryKey: ['town', slug, 'text', name],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/counter/{slug}/texts/{name}', { params: { path: { slug, name } }, signal })),
  });
  if (kindOf(text.error) === 'missing')
    return <EmptyPanel title={say('notWritten')}>{say(fallbacks[name], { town })}</EmptyPanel>;
  if (text.error) return <ProblemPanel error={text.error} onRetry={() => void text.refetch()} />;
  if (!text.data) return <Skeleton lines={8} />;
  const { de, en } = text.data;
  const isGermanOnly = language === 'en' && en === null;
  return (
    <>
      {isGermanOnly && <p className="kern-body kern-body--muted">{say('germanOnly')}</p>}
      <div lang={isGermanOnly ? 'de' : language}>
        <PlainText text={language === 'en' ? (en ?? de) : de} />
      </div>
    </>
  );
}
