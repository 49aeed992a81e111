import { getRouteApi, Link } from '@tanstack/react-router';
import { useSeesInvoices } from '../../api/session.js';
import { Button } from '../../components/button.js';
import { EmptyPanel } from '../../components/empty-panel.js';
import { useWords } from '../../words/words.js';
import { isFiltered, type Queue, type QueueSearch } from './queue-search.js';
import { queueWords } from './queue.words.js';

const desk = getRouteApi('/t/$slug/desk');

const titles = {
  mine: 'emptyMine',
  department: 'emptyDepartment',
  toConfirm: 'emptyToConfirm',
  toOrder: 'emptyToOrder',
  clearing: 'emptyClearing',
  all: 'emptyAll',
} as const satisfies Record<Queue, keyof typeof queueWords>;

/** Nothing is there: because all is done, because the filter is too narrow, or because one sees nothing at all. */
export function QueueEmpty({ search, onReset }: { readonly search: QueueSearch; readonly onReset: () => void }) {
  const say = useWords(queueWords);
  const { slug } = desk.useParams();
  const seesInvoices = useSeesInvoices();
  const { queue = 'mine' } = search;
  if (!seesInvoices) {
    return <EmptyPanel title={say('seesNothing')}>{say('seesNothingWhy')}</EmptyPanel>;
  }
  if (isFiltered(search)) {
    return (
      <EmptyPanel title={say('emptyFiltered')}>
        <p>{say('emptyFilteredWhy', { queue: say(queue) })}</p>
        <Button icon="close" onClick={onReset}>
          {say('reset')}
        </Button>
      </EmptyPanel>
    );
  }
  return (
    <EmptyPanel title={say(titles[queue])}>
      <p>{say(queue === 'mine' ? 'emptyMineWhy' : 'emptyWhy')}</p>
      {queue === 'mine' && (
        <Link
          to="/t/$slug/desk"
          params={{ slug }}
          search={{ queue: 'department' }}
          className="kern-link kern-link--no-visited-state"
        >
          {say('toDepartment')}
        </Link>
      )}
    </EmptyPanel>
  );
}
