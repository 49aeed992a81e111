import { lazy, Suspense, useEffect, useState } from 'react';
import { useWords } from '../words/words.js';
import { frameWords } from './frame.words.js';
import { handleKey, useShortcuts } from './shortcuts.js';

const HelpDialog = lazy(async () => ({ default: (await import('./help-dialog.js')).HelpDialog }));

interface ShortcutHelpProps {
  /** Where nobody works by keys, as at the counter: the keys go on, the link to them is left out. */
  readonly hidden: boolean;
}

/** Once in the frame: listens to the keys and shows under `?` which ones there are. */
export function ShortcutHelp({ hidden }: ShortcutHelpProps) {
  const say = useWords(frameWords);
  const [open, setOpen] = useState(false);
  useShortcuts(say('shortcutsEverywhere'), [{ key: '?', label: say('shortcutsHelp'), run: () => setOpen(true) }]);
  useEffect(() => {
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, []);
  return (
    <>
      {!hidden && (
        <button type="button" className="kern-link link-button" onClick={() => setOpen(true)}>
          {say('shortcuts')} <kbd>?</kbd>
        </button>
      )}
      {open && (
        <Suspense fallback={null}>
          <HelpDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
