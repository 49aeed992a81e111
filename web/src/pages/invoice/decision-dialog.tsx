import { lazy, Suspense, useId, useState, type FormEvent } from 'react';
import { actingFor } from '../../api/acting-for.js';
import { isUncertain } from '../../api/problem.js';
import { Button } from '../../components/button.js';
import { componentWords } from '../../components/component.words.js';
import { Modal } from '../../components/modal.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { TextArea } from '../../components/text-area.js';
import { useLanguage } from '../../words/language.js';
import { inLanguage, useWords } from '../../words/words.js';
import { CorrectionNotes } from './correction-notes.js';
import { ConflictNotice, useChanges } from './conflict-notice.js';
import { decisionWords } from './decision.words.js';
import type { Choice } from './deeds.js';
import { DepartmentField } from './department-field.js';
import type { SeenInvoice } from './invoice-queries.js';
import { OtherInvoiceField } from './other-invoice-field.js';
import { PaymentFacts } from './payment-facts.js';
import { useDecision, type Decided } from './use-decision.js';

const ColleagueField = lazy(async () => ({ default: (await import('../deputies/colleague-field.js')).ColleagueField }));

/** What a person has filled in; kept when the dialog closes, so that nothing has to be written twice. */
export interface Draft {
  readonly reason: string;
  readonly departmentId: string;
  readonly otherInvoiceId: string;
  readonly colleagueId: string;
}

export const emptyDraft: Draft = { reason: '', departmentId: '', otherInvoiceId: '', colleagueId: '' };

interface DecisionDialogProps {
  /** One decision, or both confirmations. */
  readonly choices: readonly [Choice, ...Choice[]];
  readonly title: string;
  /** The invoice as it is now; the dialog keeps the one that it was opened with. */
  readonly invoice: SeenInvoice;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly onDone: (decided: Decided) => void;
  readonly onClose: () => void;
}

/** Asks for what a decision needs, says what it means, and sends it on the version that was seen. */
export function DecisionDialog(props: DecisionDialogProps) {
  const { choices, title, invoice, draft, onDone, onClose } = props;
  const say = useWords(decisionWords);
  const sayIn = useWords(componentWords);
  const form = useId();
  const [seen, setSeen] = useState(invoice);
  const [tried, setTried] = useState(false);
  const decision = useDecision(invoice.value.id, onDone);
  const changed = useChanges(seen.value, invoice.value) !== null && !decision.isPending;
  const offer = (invoice.value.offers ?? []).find(({ action }) => action === choices[0].action);
  const allowed = offer?.allowed === true;
  const holder = seen.value.claimedByName ?? '';
  const principal = actingFor();
  const missing = missingIn(choices[0], draft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing.length > 0 || decision.isPending || !allowed) return;
    if (changed) setSeen(invoice);
    const { etag } = changed ? invoice : seen;
    decision.mutate({ actions: choices.map(({ action }) => action), etag, details: detailsOf(choices[0], draft) });
  };
  const footer = (
    <>
      <Button onClick={onClose}>{changed ? say('look') : sayIn('cancel')}</Button>
      {allowed && (
        <Button kind="primary" type="submit" form={form} busy={decision.isPending} data-focus-first>
          {changed ? say('allTheSame', { action: title }) : title}
        </Button>
      )}
    </>
  );
  return (
    <Modal title={title} footer={footer} onClose={onClose}>
      <form id={form} className="form decision-form" onSubmit={submit} noValidate>
        {changed && (
          <ConflictNotice
            seen={seen.value}
            now={invoice.value}
            allowed={allowed}
            refusal={offer?.refusal?.detail ?? null}
          />
        )}
        {decision.error && (!changed || isUncertain(decision.error)) && <ProblemPanel error={decision.error} />}
        {principal !== null && <p>{say('actingFor', { name: seen.value.names[principal] ?? '…' })}</p>}
        {choices.map(({ action, says }) => says && <p key={action}>{say(says, { holder })}</p>)}
        {choices.some(({ action }) => SIGNED.includes(action)) && <CorrectionNotes invoice={invoice.value} />}
        <PaymentFacts invoice={invoice.value} />
        <Fields {...props} wrong={tried ? missing : []} />
      </form>
    </Modal>
  );
}

/** What leads to payment: who signs has to know what else there is to be paid. */
const SIGNED: readonly string[] = ['confirmFactual', 'confirmArithmetical', 'order'];

/** What is written is a reason, if nothing else. */
const labels: Readonly<Record<string, 'question' | 'answerSaid'>> = { ask: 'question', answer: 'answerSaid' };

type FieldName = 'reason' | 'department' | 'otherInvoice' | 'colleague';

const missingIn = ({ needs }: Choice, draft: Draft): readonly FieldName[] => {
  const { departmentId: department, otherInvoiceId: otherInvoice, colleagueId: colleague } = draft;
  const filled = { reason: draft.reason.trim(), department, otherInvoice, colleague };
  return (['department', 'otherInvoice', 'colleague', 'reason'] as const).filter(
    (name) => needs.includes(name) && filled[name] === '',
  );
};

const detailsOf = ({ needs }: Choice, { reason, departmentId, otherInvoiceId, colleagueId }: Draft) => ({
  ...(needs.includes('reason') ? { reason: reason.trim() } : {}),
  ...(needs.includes('department') ? { departmentId } : {}),
  ...(needs.includes('otherInvoice') ? { otherInvoiceId } : {}),
  ...(needs.includes('colleague') ? { colleagueId } : {}),
});

function Fields(props: DecisionDialogProps & { readonly wrong: readonly FieldName[] }) {
  const { choices, invoice, draft, onDraft, wrong } = props;
  const say = useWords(decisionWords);
  const [{ needs, told }] = choices;
  return (
    <>
      {needs.includes('department') && (
        <DepartmentField
          without={invoice.value.departmentId}
          value={draft.departmentId}
          onValue={(departmentId) => onDraft({ ...draft, departmentId })}
          error={wrong.includes('department') ? say('departmentMissing') : null}
        />
      )}
      {needs.includes('otherInvoice') && (
        <OtherInvoiceField
          invoice={invoice.value}
          value={draft.otherInvoiceId}
          onValue={(otherInvoiceId) => onDraft({ ...draft, otherInvoiceId })}
          error={wrong.includes('otherInvoice') ? say('otherInvoiceMissing') : null}
        />
      )}
      {needs.includes('colleague') && (
        <Suspense fallback={null}>
          <ColleagueField
            value={draft.colleagueId}
            onValue={(colleagueId) => onDraft({ ...draft, colleagueId })}
            tried={wrong.includes('colleague')}
          />
        </Suspense>
      )}
      {needs.includes('reason') && (
        <TextArea
          label={say(labels[choices[0].action] ?? 'reason')}
          hint={say(told ? 'reasonToSupplier' : 'reasonHint')}
          value={draft.reason}
          onValue={(reason) => onDraft({ ...draft, reason })}
          error={wrong.includes('reason') ? say('reasonMissing') : null}
        />
      )}
    </>
  );
}

/** For the language of a choice's label. */
export function useLabel(): (choice: Pick<Choice, 'label'>) => string {
  const language = useLanguage();
  return ({ label }) => inLanguage(label, language);
}
