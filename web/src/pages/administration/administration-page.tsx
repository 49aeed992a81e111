import { PageHeading } from '../../components/page-heading.js';
import { useWords } from '../../words/words.js';
import { administrationWords } from './administration.words.js';

export function AdministrationPage() {
  const say = useWords(administrationWords);
  return <PageHeading title={say('title')} />;
}
