import { PageHeading } from '../../components/page-heading.js';
import { useWords } from '../../words/words.js';
import { queueWords } from './queue.words.js';

export function QueuePage() {
  const say = useWords(queueWords);
  return <PageHeading title={say('title')} />;
}
