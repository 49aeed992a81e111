import { useQuery } from '@tanstack/react-query';
import {
  Suspense,
  useEffect,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
  type RefObject,
} from 'react';
import { Button } from '../../components/button.js';
import { SelectField } from '../../components/select-field.js';
import { useWords } from '../../words/words.js';
import { departmentsQuery } from '../invoice/invoice-queries.js';
import { WhoseField } from './deputy-parts.js';
import { isFiltered, USUAL_SORT, type QueueSearch, type Sort } from './queue-search.js';
import { queueWords, stateWords } from './queue.words.js';

interface QueueFiltersProps {
  readonly search: QueueSearch;
  readonly onChange: (part: Partial<QueueSearch>) => void;
  readonly onReset: () => void;
  readonly searchField: RefObject<HTMLInputElement | null>;
}

/** Queues that hold what one does oneself, or for somebody else. */
const OF_PEOPLE: readonly string[] = ['mine', 'toConfirm', 'toOrder'];

const sorts = {
  dueDate: 'sortDue',
  nextLoss: 'sortLoss',
  skontoUntil: 'sortSkonto',
  stateSince: 'sortWaiting',
  receivedAt: 'sortReceived',
  '-receivedAt': 'sortNewest',
  '-gross': 'sortLargest',
  gross: 'sortSmallest',
  seller: 'sortSeller',
} as const satisfies Partial<Record<Sort, keyof typeof queueWords>>;

const isListed = (sort: string): sort is keyof typeof sorts => sort in sorts;
const sortNames = Object.keys(sorts).filter(isListed);
const isState = (name: string): name is keyof typeof stateWords => name in stateWords;
const stateNames = Object.keys(stateWords).filter(isState);

/** Search and filters; what is chosen stands in the address at once, what is typed after a short rest. */
export function QueueFilters({ search, onChange, onReset, searchField }: QueueFiltersProps) {
  const say = useWords(queueWords);
  const sayState = useWords(stateWords);
  const departments = useQuery(departmentsQuery).data?.items ?? [];
  const { queue = 'mine', sort = USUAL_SORT, state, department, claimed } = search;
  return (
    <form
      role="search"
      aria-label={say('filter')}
      className="queue-filters"
      onSubmit={(event) => event.preventDefault()}
    >
      <SearchField value={search.search} onValue={(text) => onChange({ search: text })} field={searchField} />
      <More search={search}>
        <SelectField
          label={say('state')}
          value={state !== undefined && isState(state) ? state : ''}
          options={stateNames.map((value) => ({ value, label: sayState(value) }))}
          none={say('any')}
          onValue={(value) => onChange({ state: value === '' ? undefined : value })}
        />
        <SelectField
          label={say('departmentField')}
          value={department ?? ''}
          options={departments.map(({ id, name }) => ({ value: id, label: name }))}
          none={say('any')}
          onValue={(value) => onChange({ department: value === '' ? undefined : value })}
        />
        {queue !== 'mine' && (
          <SelectField
            label={say('claimed')}
            value={claimed ?? ''}
            options={[
              { value: 'nobody', label: say('claimedByNobody') },
              { value: 'me', label: say('claimedByMe') },
              { value: 'absent', label: say('claimedByAbsent') },
            ]}
            none={say('any')}
            onValue={(value) => onChange({ claimed: value === '' ? undefined : value })}
          />
        )}
        {OF_PEOPLE.includes(queue) && (
          <Suspense fallback={null}>
            <WhoseField value={search.whose} onValue={(whose) => onChange({ whose })} />
          </Suspense>
        )}
        <SelectField
          label={say('sortField')}
          value={isListed(sort) ? sort : ''}
          options={sortNames.map((value) => ({ value, label: say(sorts[value]) }))}
          none={isListed(sort) ? undefined : say('otherSort')}
          onValue={(value) => onChange({ sort: value === '' ? undefined : value })}
        />
      </More>
      {isFiltered(search) && (
        <Button kind="tertiary" icon="close" className="queue-filters__reset" onClick={onReset}>
          {say('reset')}
        </Button>
      )}
    </form>
  );
}

const wide = matchMedia('(min-width: 48rem)');
const subscribe = (listener: () => void): (() => void) => {
  wide.addEventListener('change', listener);
  return () => wide.removeEventListener('change', listener);
};

/** On a phone the filters fold away: the work comes first. */
function More({ search, children }: { readonly search: QueueSearch; readonly children: ReactNode }) {
  const say = useWords(queueWords);
  const isWide = useSyncExternalStore(subscribe, () => wide.matches);
  if (isWide) return <div className="queue-filters__more">{children}</div>;
  const { state, department, claimed, whose } = search;
  const count = [state, department, claimed, whose].filter((one) => one !== undefined).length;
  return (
    <details className="queue-filters__fold">
      <summary>{count === 0 ? say('more') : say('moreSet', { count })}</summary>
      <div className="queue-filters__more">{children}</div>
    </details>
  );
}

const REST_MS = 300;
const LONGEST_SEARCH = 200;

interface SearchFieldProps {
  readonly value: string | undefined;
  readonly onValue: (text: string | undefined) => void;
  readonly field: RefObject<HTMLInputElement | null>;
}

function SearchField({ value = '', onValue, field }: SearchFieldProps) {
  const say = useWords(queueWords);
  const id = useId();
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const send = useRef(onValue);
  useEffect(() => {
    send.current = onValue;
  });
  useEffect(() => {
    // The address has changed by itself: the back button, a reset.
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = wanted;
      send.current(wanted === '' ? undefined : wanted);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div className="kern-form-input queue-filters__search">
      <label className="kern-label" htmlFor={id}>
        {say('search')}
      </label>
      <input
        ref={field}
        id={id}
        type="search"
        className="kern-form-input__input"
        value={text}
        maxLength={LONGEST_SEARCH}
        autoComplete="off"
        aria-keyshortcuts="/"
        onChange={({ target }) => setText(target.value)}
      />
    </div>
  );
}
