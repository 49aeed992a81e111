import { useSyncExternalStore } from 'react';
import { StoredValue } from '../browser/stored-value.js';
import { recall, remember } from '../browser/memory.js';
import type { Language } from './text.js';

export type { Language } from './text.js';

const KEY = 'eingang.language';

/** The language chosen here before, else the browser's, else German. */
export const chosenLanguage = new StoredValue<Language>(initialLanguage());

export function chooseLanguage(language: Language): void {
  remember(KEY, language);
  document.documentElement.lang = language;
  chosenLanguage.set(language);
}

export const useLanguage = (): Language => useSyncExternalStore(chosenLanguage.subscribe, chosenLanguage.get);

function initialLanguage(): Language {
  const remembered = recall(KEY);
  if (remembered === 'de' || remembered === 'en') return remembered;
  const wanted = navigator.languages.find((language) => /^(de|en)\b/.test(language)) ?? 'de';
  return wanted.startsWith('en') ? 'en' : 'de';
}
