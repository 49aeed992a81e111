import { useEffect, useState } from 'react';
import { CheckField } from '../components/check-field.js';
import { Modal } from '../components/modal.js';
import { useWords } from '../words/words.js';
import { frameWords } from './frame.words.js';
import { handleKey, switchShortcuts, useShortcutGroups, useShortcuts, useShortcutsOn } from './shortcuts.js';

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
      {open && <HelpDialog onClose={() => setOpen(false)} />}
    </>
  );
}

/** Parts of a page that go by one title stand together. */
function byTitle(groups: ReturnType<typeof useShortcutGroups>) {
  const titles = [...new Set(groups.map(({ title }) => title))];
  return titles.map((title) => ({
    title,
    shortcuts: groups.filter((group) => group.title === title).flatMap(({ shortcuts }) => shortcuts),
  }));
}

function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useWords(frameWords);
  const groups = byTitle(useShortcutGroups());
  const on = useShortcutsOn();
  return (
    <Modal title={say('shortcuts')} onClose={onClose}>
      <CheckField label={say('shortcutsOn')} checked={on} onChecked={switchShortcuts} />
      {groups.map(({ title, shortcuts }) => (
        <section key={title}>
          <h3 className="kern-title kern-title--small">{title}</h3>
          <dl className="shortcut-list">
            {shortcuts.map(({ key, label }) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd className="kern-body">{label}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
