import { useEffect, useId, useSyncExternalStore } from 'react';
import { recall, remember } from '../browser/memory.js';
import { StoredValue } from '../browser/stored-value.js';

export interface Shortcut {
  /** As `KeyboardEvent.key` says it: 'j', '/', 'Enter'. */
  readonly key: string;
  /** What it does, for the help. */
  readonly label: string;
  readonly run: () => void;
}

interface Group {
  readonly id: string;
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

const KEY = 'eingang.shortcuts';

const groups = new StoredValue<readonly Group[]>([]);
const switchedOn = new StoredValue(recall(KEY) !== 'off');

/** The single keys of a page or a part of it, while it is shown; the help under `?` lists them by title. */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[]): void {
  const id = useId();
  useEffect(() => {
    groups.set([...groups.get(), { id, title, shortcuts }]);
    return () => groups.set(groups.get().filter((group) => group.id !== id));
  });
}

export const useShortcutGroups = () => useSyncExternalStore(groups.subscribe, groups.get);

/** Single keys can be switched off, because speech input and trembling hands press them by accident (WCAG 2.1.4). */
export const useShortcutsOn = () => useSyncExternalStore(switchedOn.subscribe, switchedOn.get);

export function switchShortcuts(on: boolean): void {
  remember(KEY, on ? 'on' : 'off');
  switchedOn.set(on);
}

/** Runs what the pressed key means here; keys typed into a field or a dialog are text, a checkbox takes none. */
export function handleKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
  if (document.querySelector('dialog[open]') !== null || !switchedOn.get()) return;
  const found = groups
    .get()
    .flatMap(({ shortcuts }) => shortcuts)
    .findLast(({ key }) => key === event.key);
  if (!found) return;
  event.preventDefault();
  found.run();
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && target.type === 'checkbox');
