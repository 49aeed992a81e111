import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { EmptyPanel } from '../../components/empty-panel.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';

interface ListedProps<Item, Key extends readonly unknown[]> {
  readonly query: UseQueryOptions<Item[], Error, Item[], Key>;
  readonly empty: string;
  readonly emptyText: string;
  readonly children: (items: readonly Item[]) => ReactNode;
}

/** A list in each of its states: on its way, failed, empty, there. */
export function Listed<Item, Key extends readonly unknown[]>(props: ListedProps<Item, Key>) {
  const { data, error, refetch } = useQuery(props.query);
  if (error && !data) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  if (data.length === 0) {
    return (
      <EmptyPanel title={props.empty}>
        <p>{props.emptyText}</p>
      </EmptyPanel>
    );
  }
  return props.children(data);
}

interface EntryProps {
  readonly title: ReactNode;
  /** Beside the title. */
  readonly badges?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons; nothing where the reader may change nothing. */
  readonly actions?: ReactNode;
  /** What the buttons are about, for those who cannot see them. */
  readonly actionsLabel: string;
}

/** One line of a list, on a phone one card. */
export const Entry = ({ title, badges, children, actions, actionsLabel }: EntryProps) => (
  <li className="admin-entry">
    <div className="admin-entry__text">
      <h3 className="kern-title admin-entry__title">
        {title} {badges}
      </h3>
      {children}
    </div>
    {actions && (
      <div className="admin-entry__actions" role="group" aria-label={actionsLabel}>
        {actions}
      </div>
    )}
  </li>
);
