import { useWords } from '../words/words.js';
import { Button } from './button.js';
import { componentWords } from './component.words.js';

interface LoadMoreProps {
  readonly shown: number;
  readonly hasMore: boolean;
  readonly busy: boolean;
  readonly onMore: () => void;
}

/** The end of a list that comes in parts; fits `useInfiniteQuery`. */
export function LoadMore({ shown, hasMore, busy, onMore }: LoadMoreProps) {
  const say = useWords(componentWords);
  return (
    <div className="load-more">
      <p className="kern-body kern-body--small" role="status">
        {say(hasMore ? 'shown' : 'allShown', { count: shown })}
      </p>
      {hasMore && (
        <Button busy={busy} onClick={onMore}>
          {say('loadMore')}
        </Button>
      )}
    </div>
  );
}
