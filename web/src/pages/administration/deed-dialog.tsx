import type { QueryKey } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { toast } from '../../components/toasts.js';
import { useChange } from '../../api/change.js';
import { ADMINISTRATION_KEY } from './administration-queries.js';
import { ChangeProblem } from './change-problem.js';

interface DeedDialogProps<Answer> {
  readonly title: string;
  /** What will happen, and whether it can be taken back. */
  readonly children: ReactNode;
  readonly deed: string;
  readonly send: (key: string) => Promise<Answer>;
  /** Said after it was done. */
  readonly done?: string;
  readonly onDone?: (answer: Answer) => void;
  /** What else shows something new afterwards, beside administration. */
  readonly renews?: readonly QueryKey[];
  readonly onClose: () => void;
}

/** Asks before something is done that cannot simply be undone, and says why where it was refused. */
export function DeedDialog<Answer>({
  title,
  children,
  deed,
  send,
  done,
  onDone,
  renews = [],
  onClose,
}: DeedDialogProps<Answer>) {
  const change = useChange({
    send: (_: null, key) => send(key),
    renews: [ADMINISTRATION_KEY, ...renews],
    onDone: (answer) => {
      if (done !== undefined) toast('success', done);
      onClose();
      onDone?.(answer);
    },
  });
  return (
    <ConfirmDialog
      title={title}
      confirm={deed}
      busy={change.isPending}
      onCancel={onClose}
      onConfirm={() => change.mutate(null)}
    >
      <div className="admin-stack">
        {change.error && <ChangeProblem error={change.error} onReload={onClose} />}
        {children}
      </div>
    </ConfirmDialog>
  );
}
