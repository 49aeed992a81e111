import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useRef } from 'react';
import { LoadMore } from '../../components/load-more.js';
import { Notice } from '../../components/notice.js';
import { PageHeading } from '../../components/page-heading.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { useShortcuts } from '../../frame/shortcuts.js';
import '../../styles/queue.css';
import { useWords } from '../../words/words.js';
import { AtAbsent } from './deputy-parts.js';
import { FreshNote } from './fresh-note.js';
import { RowDeedsContext } from './queue-cells.js';
import { QueueEmpty } from './queue-empty.js';
import { QueueFilters } from './queue-filters.js';
import { listNameOf, USUAL_SORT, type QueueSearch } from './queue-search.js';
import { QueueTable } from './queue-table.js';
import { queueWords } from './queue.words.js';
import { useChosen } from './use-chosen.js';
import { useClaim, useMayClaim } from './use-claim.js';
import { useFreshList } from './use-fresh-list.js';
import { useRowFocus } from './use-row-focus.js';

const route = getRouteApi('/t/$slug/desk/');

/** It shows itself when something is chosen, and that is not yet so when the list appears. */
const BulkBar = lazy(async () => ({ default: (await import('./bulk-bar.js')).BulkBar }));

export function QueuePage() {
  const say = useWords(queueWords);
  const search = route.useSearch();
  const { queue = 'mine' } = search;
  const navigate = route.useNavigate();
  const searchField = useRef<HTMLInputElement>(null);
  const change = (part: Partial<QueueSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  const reset = () => void navigate({ search: ({ sort }) => ({ queue, sort }), replace: true, resetScroll: false });
  const what = isExplained(queue) ? explained[queue] : null;
  useShortcuts(say('keys'), [{ key: '/', label: say('keySearch'), run: () => searchField.current?.select() }]);
  return (
    <>
      <PageHeading title={say(queue)} />
      {what && <p className="kern-body queue-what">{say(what)}</p>}
      <QueueFilters search={search} onChange={change} onReset={reset} searchField={searchField} />
      {queue === 'department' && (
        <Suspense fallback={null}>
          <AtAbsent
            isShown={search.claimed === 'absent'}
            onShow={(shown) => change({ claimed: shown ? 'absent' : undefined })}
          />
        </Suspense>
      )}
      <QueueList search={search} onChange={change} onReset={reset} />
    </>
  );
}

const explained = {
  mine: 'mineWhat',
  department: 'departmentWhat',
  toConfirm: 'toConfirmWhat',
  toOrder: 'toOrderWhat',
} as const;

const isExplained = (queue: string): queue is keyof typeof explained => queue in explained;

interface QueueListProps {
  readonly search: QueueSearch;
  readonly onChange: (part: Partial<QueueSearch>) => void;
  readonly onReset: () => void;
}

function QueueList({ search, onChange, onReset }: QueueListProps) {
  const say = useWords(queueWords);
  const { queue = 'mine' } = search;
  const fresh = useFreshList(search);
  const { items } = fresh;
  const { move, current } = useRowFocus(items);
  const { claim, claiming } = useClaim();
  const mayClaim = useMayClaim();
  const claimCurrent = () => {
    const line = current();
    if (line && mayClaim(line)) claim(line);
  };
  useShortcuts(say('keys'), [
    { key: 'j', label: say('keyDown'), run: () => move(1) },
    { key: 'k', label: say('keyUp'), run: () => move(-1) },
    { key: 'c', label: say('keyClaim'), run: claimCurrent },
    { key: 'x', label: say('keyReset'), run: onReset },
  ]);
  const { chosen, choose, clear } = useChosen(listNameOf(search), items);
  const deeds = useMemo(
    () => ({ queue, whose: search.whose, mayClaim, claim, claiming, chosen, choose }),
    [queue, search.whose, mayClaim, claim, claiming, chosen, choose],
  );
  // Outside of what depends on the list: a deed on all of them empties it, and its result has still to be read.
  return (
    <RowDeedsContext value={deeds}>
      <Suspense fallback={null}>
        <BulkBar chosen={items.filter(({ id }) => chosen.has(id))} onClear={clear} />
      </Suspense>
      <QueueRows {...{ search, onChange, onReset, fresh }} onArrow={move} />
    </RowDeedsContext>
  );
}

interface QueueRowsProps extends QueueListProps {
  readonly fresh: ReturnType<typeof useFreshList>;
  readonly onArrow: (step: 1 | -1) => void;
}

function QueueRows({ search, onChange, onReset, fresh, onArrow }: QueueRowsProps) {
  const say = useWords(queueWords);
  const { queue = 'mine', sort = USUAL_SORT } = search;
  const { list, items, freshCount, isStale, showNew } = fresh;
  if (list.isError && items.length === 0)
    return <ProblemPanel error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending) return <Skeleton lines={12} />;
  if (items.length === 0) return <QueueEmpty search={search} onReset={onReset} />;
  return (
    <>
      {isStale && <Notice kind="warning" title={say('outOfDate')} />}
      <FreshNote count={freshCount} onShow={showNew} />
      <QueueTable
        items={items}
        sort={sort}
        onSort={(next) => onChange({ sort: next })}
        caption={say('table', { queue: say(queue) })}
        isOld={list.isPlaceholderData}
        onArrow={onArrow}
      />
      <LoadMore
        shown={items.length}
        hasMore={list.hasNextPage}
        busy={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
}
