import { createColumnHelper, rowSortingFeature, tableFeatures } from '@tanstack/react-table';
import type { InvoiceLine } from '../invoice/invoice-queries.js';
import { AmountCell, DayCell, HolderCell, LossCell, NameCell, StateCell, WaitingCell } from './queue-cells.js';
import type { queueWords } from './queue.words.js';

/** The server sorts: it alone knows the rows that are not loaded yet. */
export const features = tableFeatures({ rowSortingFeature });

/** A column's head, the same word as label on a phone, where rows are cards. */
export const headWords: Readonly<Record<string, keyof typeof queueWords>> = {
  seller: 'seller',
  gross: 'amount',
  dueDate: 'due',
  nextLoss: 'nextLoss',
  stateSince: 'waiting',
  state: 'state',
  department: 'departmentField',
  holder: 'claimed',
};

export const NUMERIC = new Set(['gross']);

const column = createColumnHelper<typeof features, InvoiceLine>();

/** The ids of columns that can be sorted are the sort keys of the API. */
export const columns = column.columns([
  column.accessor('sellerName', { id: 'seller', cell: ({ row }) => <NameCell line={row.original} /> }),
  column.accessor('payableAmount', { id: 'gross', cell: ({ row }) => <AmountCell line={row.original} /> }),
  column.accessor('dueDate', {
    id: 'dueDate',
    cell: ({ row }) => <DayCell day={row.original.dueDate} line={row.original} />,
  }),
  column.accessor('nextLoss', { id: 'nextLoss', cell: ({ row }) => <LossCell line={row.original} /> }),
  column.accessor('stateSince', { id: 'stateSince', cell: ({ row }) => <WaitingCell line={row.original} /> }),
  column.display({ id: 'state', cell: ({ row }) => <StateCell line={row.original} /> }),
  column.display({
    id: 'department',
    cell: ({ row }) => row.original.departmentName ?? <span className="queue-none">–</span>,
  }),
  column.display({ id: 'holder', cell: ({ row }) => <HolderCell line={row.original} /> }),
]);
