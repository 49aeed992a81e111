import { getRouteApi } from '@tanstack/react-router';
import { PageHeading } from '../../components/page-heading.js';
import { useWords } from '../../words/words.js';
import { counterWords } from './counter.words.js';

const route = getRouteApi('/public/t/$slug/$text');

/** Imprint, privacy and accessibility statement, as the town has written them. */
export function TownTextPage() {
  const say = useWords(counterWords);
  const { text } = route.useParams();
  return <PageHeading title={say(text)} />;
}
