import { useWords } from '../../words/words.js';
import { counterWords } from './counter.words.js';

/** Whom to write to about mistakes and barriers, where the town has said it. */
export function Feedback({ address }: { readonly address: string | null }) {
  const say = useWords(counterWords);
  if (address === null) return null;
  return (
    <p className="kern-body kern-body--small feedback">
      {say('feedback')}{' '}
      <a className="kern-link kern-link--no-visited-state" href={`mailto:${address}`}>
        {address}
      </a>
      .
    </p>
  );
}
