import { CheckField } from '../components/check-field.js';
import { Modal } from '../components/modal.js';
import { useWords } from '../words/words.js';
import { dialogWords } from './dialog.words.js';
import { frameWords } from './frame.words.js';
import { switchShortcuts, useShortcutGroups, useShortcutsOn } from './shortcuts.js';

/** Parts of a page that go by one title stand together. */
function byTitle(groups: ReturnType<typeof useShortcutGroups>) {
  const titles = [...new Set(groups.map(({ title }) => title))];
  return titles.map((title) => ({
    title,
    shortcuts: groups.filter((group) => group.title === title).flatMap(({ shortcuts }) => shortcuts),
  }));
}

/** The keys that there are just now, and the switch for all of them. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useWords(frameWords);
  const sayHere = useWords(dialogWords);
  const groups = byTitle(useShortcutGroups());
  const on = useShortcutsOn();
  return (
    <Modal title={say('shortcuts')} onClose={onClose}>
      <CheckField label={sayHere('shortcutsOn')} checked={on} onChecked={switchShortcuts} />
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
