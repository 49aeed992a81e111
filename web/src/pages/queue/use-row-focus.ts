import { useEffect, useRef } from 'react';
import type { InvoiceLine } from '../invoice/invoice-queries.js';

const linkOf = (id: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);

/** The row that the focus is in, as an invoice's id. */
const focusedId = (): string | undefined =>
  document.activeElement?.closest('tr, li')?.querySelector<HTMLElement>('[data-row]')?.dataset['row'];

/** Goes from row to row, and stands where it stood when a renewed list has lost the row (or its button) in focus. */
export function useRowFocus(items: readonly InvoiceLine[]) {
  const last = useRef<{ readonly id: string; readonly index: number } | null>(null);
  useEffect(() => {
    const note = () => {
      const id = focusedId();
      const index = items.findIndex((line) => line.id === id);
      if (id !== undefined && index >= 0) last.current = { id, index };
      else if (document.activeElement !== document.body) last.current = null;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [items]);
  useEffect(() => {
    if (last.current === null || document.activeElement !== document.body) return;
    const { id, index } = last.current;
    const there = linkOf(id) ?? linkOf(items[Math.min(index, items.length - 1)]?.id ?? '');
    there?.focus({ preventScroll: true });
  }, [items]);
  const move = (step: 1 | -1) => {
    const at = items.findIndex(({ id }) => id === (focusedId() ?? last.current?.id));
    const next = items[at === -1 ? 0 : Math.min(items.length - 1, Math.max(0, at + step))];
    if (!next) return;
    const link = linkOf(next.id);
    link?.focus({ preventScroll: true });
    link?.closest('tr, li')?.scrollIntoView({ block: 'nearest' });
  };
  const current = (): InvoiceLine | undefined => items.find(({ id }) => id === focusedId());
  return { move, current };
}
