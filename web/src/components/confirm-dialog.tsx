import type { ReactNode } from 'react';
import { useWords } from '../words/words.js';
import { Button } from './button.js';
import { componentWords } from './component.words.js';
import { Modal } from './modal.js';

interface ConfirmDialogProps {
  readonly title: string;
  /** What will happen, and whether it can be taken back. */
  readonly children: ReactNode;
  /** The deed as a verb: "Ablehnen", never "OK". */
  readonly confirm: string;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

export function ConfirmDialog({ title, children, confirm, busy, onConfirm, onCancel }: ConfirmDialogProps) {
  const say = useWords(componentWords);
  const footer = (
    <>
      <Button onClick={onCancel}>{say('cancel')}</Button>
      <Button kind="primary" busy={busy} onClick={onConfirm}>
        {confirm}
      </Button>
    </>
  );
  return (
    <Modal title={title} footer={footer} onClose={onCancel}>
      {children}
    </Modal>
  );
}
