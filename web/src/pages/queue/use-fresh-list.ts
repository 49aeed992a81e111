import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { InvoiceLine } from '../invoice/invoice-queries.js';
import { headQuery, listQuery, type ListWish } from './queue-queries.js';

/** A reader who has scrolled no further than this still sees the top of the list. */
const TOP_PIXELS = 240;

const isAtTop = (): boolean => window.scrollY <= TOP_PIXELS;

/**
 * A list that stays fresh without moving what is being read: at its top new rows simply appear; further down rows that
 * are shown change in place, and what is new is only counted until the reader asks for it.
 */
export function useFreshList(wish: ListWish) {
  const list = useInfiniteQuery({ ...listQuery(wish), placeholderData: keepPreviousData });
  const head = useQuery(headQuery(wish));
  const { refetch, isFetching, isPlaceholderData } = list;
  const shown = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);
  const newest = head.data?.items;
  const items = useMemo(() => withChanges(shown, newest ?? []), [shown, newest]);
  const known = useMemo(() => new Set(shown.map(({ id }) => id)), [shown]);
  const fresh = newest?.filter(({ id }) => !known.has(id)) ?? [];
  const differs = newest !== undefined && differsFrom(list.data?.pages[0]?.items ?? [], newest);
  const isOlder = head.dataUpdatedAt > list.dataUpdatedAt;
  useEffect(() => {
    if (differs && isOlder && !isFetching && !isPlaceholderData && isAtTop()) void refetch();
  }, [differs, isOlder, isFetching, isPlaceholderData, refetch]);
  const showNew = () => {
    window.scrollTo({ top: 0 });
    void refetch();
  };
  // The first rows of another list are no news of this one.
  const fits = !isPlaceholderData && !head.isPlaceholderData && list.data !== undefined && isOlder;
  return { list, items, freshCount: fits ? fresh.length : 0, isStale: head.isError && shown.length > 0, showNew };
}

/** Rows that somebody has changed meanwhile, in the place where they stand. */
function withChanges(shown: readonly InvoiceLine[], newest: readonly InvoiceLine[]): InvoiceLine[] {
  const byId = new Map(newest.map((line) => [line.id, line]));
  return shown.map((line) => {
    const now = byId.get(line.id);
    return now && now.version > line.version ? now : line;
  });
}

const differsFrom = (shown: readonly InvoiceLine[], newest: readonly InvoiceLine[]): boolean =>
  shown.length !== newest.length ||
  shown.some(({ id, version }, index) => newest[index]?.id !== id || newest[index].version !== version);
