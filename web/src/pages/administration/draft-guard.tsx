import { useBlocker } from '@tanstack/react-router';
import { ConfirmDialog } from '../../components/confirm-dialog.js';
import { useWords } from '../../words/words.js';
import { ruleWords } from './rules.words.js';

/** Asks before a page is left that holds the only copy of a draft. */
export function DraftGuard() {
  const say = useWords(ruleWords);
  const leaving = useBlocker({
    // Who has signed out can save nothing any more.
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && !next.pathname.endsWith('/sign-in'),
    withResolver: true,
  });
  if (leaving.status !== 'blocked') return null;
  return (
    <ConfirmDialog
      title={say('leaveTitle')}
      confirm={say('discard')}
      onConfirm={leaving.proceed}
      onCancel={leaving.reset}
    >
      <p>{say('leaveText')}</p>
    </ConfirmDialog>
  );
}
