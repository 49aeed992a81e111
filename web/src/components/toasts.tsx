import { useSyncExternalStore } from 'react';
import { StoredValue } from '../browser/stored-value.js';
import { useWords } from '../words/words.js';
import { componentWords } from './component.words.js';
import { Icon } from './icon.js';
import type { NoticeKind } from './notice.js';

interface Toast {
  readonly id: number;
  readonly kind: NoticeKind;
  readonly text: string;
}

const MOST = 4;

const toasts = new StoredValue<readonly Toast[]>([]);
let lastId = 0;

/** Says that something was done. It stays until it is closed or pushed out: nobody has to read against the clock. */
export function toast(kind: NoticeKind, text: string): void {
  lastId += 1;
  toasts.set([...toasts.get(), { id: lastId, kind, text }].slice(-MOST));
}

const close = (id: number): void => toasts.set(toasts.get().filter((shown) => shown.id !== id));

export const closeToasts = (): void => toasts.set([]);

/** Once in the frame; screen readers hear each message when it comes. */
export function Toasts() {
  const say = useWords(componentWords);
  const shown = useSyncExternalStore(toasts.subscribe, toasts.get);
  return (
    <section className="toasts" role="status" aria-label={say('messages')}>
      {shown.map(({ id, kind, text }) => (
        <div key={id} className={`toast toast--${kind}`}>
          <Icon name={kind} />
          <p className="kern-body">{text}</p>
          <button type="button" className="kern-btn kern-btn--tertiary" onClick={() => close(id)}>
            <Icon name="close" />
            <span className="kern-label kern-sr-only">{say('close')}</span>
          </button>
        </div>
      ))}
    </section>
  );
}
