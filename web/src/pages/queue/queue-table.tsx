import { useTable, type Column, type SortingState } from '@tanstack/react-table';
import { memo, useMemo, type KeyboardEvent } from 'react';
import { useWords } from '../../words/words.js';
import type { InvoiceLine } from '../invoice/invoice-queries.js';
import { columns, features, headWords, NUMERIC } from './queue-columns.js';
import { SORTS, type Sort } from './queue-search.js';
import { queueWords } from './queue.words.js';

interface QueueTableProps {
  readonly items: InvoiceLine[];
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly caption: string;
  /** The rows of another list, until those of this one have come. */
  readonly isOld: boolean;
  readonly onArrow: (step: 1 | -1) => void;
}

/** A table on a wide screen; on a phone each row is a card (roles are named because the cards take them away). */
export function QueueTable({ items, sort, onSort, caption, isOld, onArrow }: QueueTableProps) {
  const sorting = useMemo(() => sortingOf(sort), [sort]);
  const table = useTable({
    features,
    columns,
    data: items,
    getRowId: ({ id }) => id,
    manualSorting: true,
    enableSortingRemoval: false,
    sortDescFirst: false,
    state: { sorting },
    onSortingChange: (change) => {
      const next = sortOf(typeof change === 'function' ? change(sorting) : change);
      if (next) onSort(next);
    },
  });
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (step === null) return;
    event.preventDefault();
    onArrow(step);
  };
  return (
    <table className="queue-table" role="table" aria-busy={isOld}>
      <caption className="kern-sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {table.getAllLeafColumns().map((column) => (
            <HeadCell key={column.id} column={column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" onKeyDown={press}>
        {table.getRowModel().rows.map((row) => (
          <Row key={row.id} line={row.original}>
            {row.getAllCells().map((cell) => (
              <DataCell key={cell.id} name={cell.column.id}>
                <table.FlexRender cell={cell} />
              </DataCell>
            ))}
          </Row>
        ))}
      </tbody>
    </table>
  );
}

const Row = memo(function Row({ children }: { readonly line: InvoiceLine; readonly children: React.ReactNode }) {
  return (
    <tr role="row" className="queue-table__row">
      {children}
    </tr>
  );
});

function DataCell({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  const say = useWords(queueWords);
  const word = headWords[name];
  return (
    <td
      role="cell"
      className={`queue-table__${name} ${NUMERIC.has(name) ? 'queue-table__number' : ''}`}
      data-label={word && say(word)}
    >
      {children}
    </td>
  );
}

const directions = { asc: 'ascending', desc: 'descending' } as const;

function HeadCell({ column }: { readonly column: Column<typeof features, InvoiceLine> }) {
  const say = useWords(queueWords);
  const word = headWords[column.id];
  const label = word ? say(word) : '';
  const sorted = column.getIsSorted();
  const className = NUMERIC.has(column.id) ? 'queue-table__number' : undefined;
  const sortKey = SORTS.find((key) => key === column.id);
  if (sortKey === undefined) {
    return (
      <th role="columnheader" scope="col" className={className}>
        {label}
      </th>
    );
  }
  return (
    <th
      role="columnheader"
      scope="col"
      className={className}
      aria-sort={sorted === false ? 'none' : directions[sorted]}
    >
      <button type="button" className="queue-sort" onClick={() => column.toggleSorting()}>
        {label}
        <span aria-hidden="true" className="queue-sort__mark">
          {sorted === false ? '↕' : sorted === 'asc' ? '↑' : '↓'}
        </span>
      </button>
    </th>
  );
}

const sortingOf = (sort: Sort): SortingState => [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }];

function sortOf([first]: SortingState): Sort | undefined {
  const key = SORTS.find((one) => one === first?.id);
  return key && (first?.desc ? `-${key}` : key);
}
