import { useWords } from '../words/words.js';
import { componentWords } from './component.words.js';

/** Stands where rows or paragraphs will come, so that the page does not jump. */
export function Skeleton({ lines = 5 }: { readonly lines?: number }) {
  const say = useWords(componentWords);
  return (
    <div className="skeleton" role="status">
      <span className="kern-sr-only">{say('loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="skeleton__line" aria-hidden="true" />
      ))}
    </div>
  );
}
