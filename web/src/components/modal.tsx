import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useWords } from '../words/words.js';
import { componentWords } from './component.words.js';
import { Icon } from './icon.js';

interface ModalProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons; the first one that matters comes first. */
  readonly footer?: ReactNode;
  /** Without it the dialog can only be ended by what it asks for. */
  readonly onClose?: () => void;
}

/** A dialog over the page; rendered while it is open. The browser keeps the focus inside and gives it back. */
export function Modal({ title, children, footer, onClose }: ModalProps) {
  const say = useWords(componentWords);
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    // Where something is to be filled in or answered, the focus begins there and not on "close".
    element?.querySelector<HTMLElement>('input, select, textarea, [data-focus-first]')?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="kern-dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <div className="kern-dialog__header">
        <h2 className="kern-title" id={id}>
          {title}
        </h2>
        {onClose && (
          <button type="button" className="kern-btn kern-btn--tertiary" onClick={onClose}>
            <Icon name="close" />
            <span className="kern-label kern-sr-only">{say('close')}</span>
          </button>
        )}
      </div>
      <div className="kern-dialog__body">{children}</div>
      {footer && <div className="kern-dialog__footer">{footer}</div>}
    </dialog>
  );
}
