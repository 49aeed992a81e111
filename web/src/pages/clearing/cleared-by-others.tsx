import type { ReactNode } from 'react';
import { Notice } from '../../components/notice.js';
import { useWords } from '../../words/words.js';
import { ChangeList, useChanges } from '../invoice/conflict-notice.js';
import { decisionWords } from '../invoice/decision.words.js';
import type { Invoice } from '../invoice/invoice-queries.js';
import { clearingWords } from './clearing.words.js';

interface ClearedByOthersProps {
  /** In clarification, as the person began to work on it. */
  readonly seen: Invoice;
  readonly now: Invoice;
  /** Where to go on. */
  readonly children?: ReactNode;
}

/** In the place of what was to be answered: somebody else has answered it. Nothing where one did so oneself. */
export function ClearedByOthers({ seen, now, children }: ClearedByOthersProps) {
  const say = useWords(clearingWords);
  const sayDecision = useWords(decisionWords);
  const changes = useChanges(seen, now);
  if (!changes) return null;
  return (
    <Notice kind="warning" title={sayDecision('changedTitle')} urgent>
      <ChangeList changes={changes} now={now} />
      <p className="kern-body">{say('goneByOthers')}</p>
      {children}
    </Notice>
  );
}
