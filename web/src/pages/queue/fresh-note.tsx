import { Button } from '../../components/button.js';
import { useWords } from '../../words/words.js';
import { PAGE_SIZE } from './queue-queries.js';
import { queueWords } from './queue.words.js';

/** Said politely, shown where the reader is: it sticks below the window's upper edge. */
export function FreshNote({ count, onShow }: { readonly count: number; readonly onShow: () => void }) {
  const say = useWords(queueWords);
  const word = count === 1 ? 'newOne' : count >= PAGE_SIZE ? 'newAtLeast' : 'newMany';
  return (
    <div className="queue-fresh" role="status">
      {count > 0 && (
        <Button kind="primary" small icon="renew" onClick={onShow}>
          {say(word, { count: Math.min(count, PAGE_SIZE - 1) })}
        </Button>
      )}
    </div>
  );
}
