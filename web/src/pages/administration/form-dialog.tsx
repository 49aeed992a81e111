import { useEffect, useId, useRef, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../components/button.js';
import { Modal } from '../../components/modal.js';
import { useWords } from '../../words/words.js';
import { administrationWords } from './administration.words.js';
import { ChangeProblem } from './change-problem.js';

interface FormDialogProps {
  readonly title: string;
  /** The deed as a verb: "Anlegen". */
  readonly deed: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form over the page; what was refused stands above the entries, which stay. */
export function FormDialog({ title, deed, busy, error, onSubmit, onClose, children }: FormDialogProps) {
  const say = useWords(administrationWords);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  // The refusal stands at the top, the button that was pressed at the bottom.
  useEffect(() => {
    if (error !== null) form.current?.scrollIntoView({ block: 'start' });
  }, [error]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    onSubmit();
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const footer = (
    <>
      <Button onClick={onClose}>{say('cancel')}</Button>
      <Button kind="primary" type="submit" form={id} busy={busy}>
        {deed}
      </Button>
    </>
  );
  return (
    <Modal title={title} footer={footer} onClose={onClose}>
      <form ref={form} id={id} className="form admin-form" onSubmit={submit} noValidate>
        {error !== null && <ChangeProblem error={error} onReload={onClose} />}
        {children}
      </form>
    </Modal>
  );
}
