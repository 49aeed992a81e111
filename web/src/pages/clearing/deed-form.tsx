import type { FormEvent, ReactNode } from 'react';
import { isUncertain } from '../../api/problem.js';
import { Button } from '../../components/button.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { toast } from '../../components/toasts.js';
import { useLanguage } from '../../words/language.js';
import { inLanguage, useWords } from '../../words/words.js';
import { useChanges } from '../invoice/conflict-notice.js';
import type { Action, DecisionBody } from '../invoice/deeds.js';
import { decisionWords } from '../invoice/decision.words.js';
import type { SeenInvoice } from '../invoice/invoice-queries.js';
import { useDecision } from '../invoice/use-decision.js';
import { clearingWords } from './clearing.words.js';
import { offerOf } from './questions.js';

export interface PartProps {
  /** As it is now. */
  readonly invoice: SeenInvoice;
  /** As the person has seen it; the panel says what others have decided since. */
  readonly seen: SeenInvoice;
  readonly onSeen: (invoice: SeenInvoice) => void;
  /** Where the panel stands in a list: it has been dealt with. */
  readonly onDone?: () => void;
}

interface DeedFormProps extends PartProps {
  readonly action: Action;
  /** What stands on the button; by default the action's name. */
  readonly label?: string;
  readonly kind?: 'primary' | 'secondary';
  /** What goes along; null: something is missing, and the fields say so. */
  readonly details: () => Omit<DecisionBody, 'action'> | null;
  readonly children?: ReactNode;
}

/**
 * A decision with its fields in place. Where somebody has decided meanwhile it keeps what was written and asks once more,
 * under the panel's word on who and what.
 */
export function DeedForm(props: DeedFormProps) {
  const { invoice, seen, onSeen, action, label, kind = 'primary', details, onDone, children } = props;
  const say = useWords(clearingWords);
  const sayDecision = useWords(decisionWords);
  const language = useLanguage();
  const offer = offerOf(invoice, action);
  const title = label ?? (offer ? inLanguage(offer.label, language) : '');
  const decision = useDecision(invoice.value.id, ({ progress }) => {
    toast('success', sayDecision(progress === 'partial' ? 'donePartly' : 'done', { action: title }));
    if (progress === 'complete') onDone?.();
  });
  const changed = useChanges(seen.value, invoice.value) !== null && !decision.isPending;
  const allowed = offer?.allowed === true;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = decision.isPending || !allowed ? null : details();
    if (wanted === null) return;
    if (changed) onSeen(invoice);
    decision.mutate({ actions: [action], etag: invoice.etag, details: wanted });
  };
  return (
    <form className="form clearing-form" onSubmit={submit} noValidate>
      {children}
      {decision.error && (!changed || isUncertain(decision.error)) && <ProblemPanel error={decision.error} />}
      {decision.error && changed && !isUncertain(decision.error) && (
        <p className="clearing-error">{say('notStored')}</p>
      )}
      {allowed ? (
        <Button type="submit" kind={kind} busy={decision.isPending}>
          {changed ? say('allTheSame', { action: title }) : title}
        </Button>
      ) : (
        <p className="clearing-refusal">{offer?.refusal?.detail}</p>
      )}
    </form>
  );
}
