import { useSyncExternalStore } from 'react';

/** From this width the paper lies beside the terms; the style sheet has the same number. */
const wide = matchMedia('(min-width: 80rem)');

const subscribe = (listener: () => void): (() => void) => {
  wide.addEventListener('change', listener);
  return () => wide.removeEventListener('change', listener);
};

export const useWide = (): boolean => useSyncExternalStore(subscribe, () => wide.matches);
