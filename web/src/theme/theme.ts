import { useSyncExternalStore } from 'react';
import { recall, remember } from '../browser/memory.js';
import { StoredValue } from '../browser/stored-value.js';

export type Theme = 'light' | 'dark' | 'system';

const KEY = 'eingang.theme';

const chosen = new StoredValue<Theme>(initialTheme());

/** KERN follows the system by itself; the attribute on the root is there only where a person has chosen. */
export function applyTheme(): void {
  const theme = chosen.get();
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset['kernTheme'];
  else root.dataset['kernTheme'] = theme;
}

/** On paper all is dark on white, whatever has been chosen for the screen. */
export function printLight(): void {
  addEventListener('beforeprint', () => (document.documentElement.dataset['kernTheme'] = 'light'));
  addEventListener('afterprint', applyTheme);
}

export function chooseTheme(theme: Theme): void {
  remember(KEY, theme);
  chosen.set(theme);
  applyTheme();
}

export const useTheme = (): Theme => useSyncExternalStore(chosen.subscribe, chosen.get);

function initialTheme(): Theme {
  const remembered = recall(KEY);
  return remembered === 'light' || remembered === 'dark' ? remembered : 'system';
}
