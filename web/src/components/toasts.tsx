import { useEffect, useRef, useSyncExternalStore, type RefObject } from 'react';
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
  const box = useRef<HTMLElement>(null);
  useRoom(box);
  return (
    <section ref={box} className="toasts" role="status" aria-label={say('messages')}>
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

/** Where messages stand in the empty end of the navigation's column, as the style sheet has it. */
const aside = matchMedia('(min-width: 64rem) and (min-height: 40rem)');

/**
 * Elsewhere messages stand at the window's upper edge: what was to be seen there moves down, so that they never cover a
 * control, and what sticks to that edge sticks below them.
 */
function useRoom(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!box.current) return;
    const { style } = document.documentElement;
    let taken = 0;
    const observer = new ResizeObserver(([entry]) => {
      const height = aside.matches ? 0 : (entry?.target.getBoundingClientRect().height ?? 0);
      style.setProperty('--toasts-height', `${height}px`);
      if (height > taken && window.scrollY > 0) window.scrollBy({ top: taken - height, behavior: 'instant' });
      taken = height;
    });
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      style.removeProperty('--toasts-height');
    };
  }, [box]);
}
