import { PageHeading } from '../../components/page-heading.js';
import { useWords } from '../../words/words.js';
import { counterWords } from './counter.words.js';

export function TrackingPage() {
  const say = useWords(counterWords);
  return <PageHeading title={say('trackTitle')} />;
}
