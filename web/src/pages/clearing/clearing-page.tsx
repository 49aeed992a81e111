import { PageHeading } from '../../components/page-heading.js';
import { useWords } from '../../words/words.js';
import { clearingWords } from './clearing.words.js';

export function ClearingPage() {
  const say = useWords(clearingWords);
  return <PageHeading title={say('title')} />;
}
