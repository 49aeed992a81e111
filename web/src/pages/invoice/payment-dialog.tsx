import { useId, useState, type FormEvent } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { Button } from '../../components/button.js';
import { Modal } from '../../components/modal.js';
import { Notice } from '../../components/notice.js';
import { TextArea } from '../../components/text-area.js';
import { TextField } from '../../components/text-field.js';
import { toast } from '../../components/toasts.js';
import { formatAmount } from '../../format/decimals.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import type { PaymentVersion } from './coding-queries.js';
import type { SeenInvoice } from './invoice-queries.js';
import {
  isReducedIn,
  paymentBodyOf,
  paymentDraftOf,
  wrongInPayment,
  type PaymentDraft,
  type PaymentField,
} from './payment-draft.js';
import { paymentWords } from './payment.words.js';
import { SaveProblem } from './save-problem.js';
import { isSigned } from './standing-facts.js';

interface PaymentDialogProps {
  readonly invoice: SeenInvoice;
  /** The version that holds now; the dialog keeps the one that it was opened with. */
  readonly current: PaymentVersion;
  readonly payable: string;
  /** Of the invoice, under which these were read. */
  readonly etag: string;
  readonly onClose: () => void;
}

/** Changes what is paid, to whom and when; every version is kept. */
export function PaymentDialog({ invoice, current, payable, etag, onClose }: PaymentDialogProps) {
  const say = useWords(paymentWords);
  const language = useLanguage();
  const id = useId();
  const [seen, setSeen] = useState({ current, etag });
  const [draft, setDraft] = useState(() => paymentDraftOf(current, language));
  const [tried, setTried] = useState(false);
  const save = useSavePayment(invoice.value.id, seen.etag, onClose);
  const wrong = wrongInPayment(draft, seen.current, payable);
  // What was typed stays where only something else of the invoice has changed.
  const renew = () => {
    if (current.version !== seen.current.version)
      setDraft({ ...paymentDraftOf(current, language), reason: draft.reason });
    setSeen({ current, etag });
    setTried(false);
    save.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong.length === 0 && !save.isPending) return save.mutate(paymentBodyOf(draft, seen.current, payable));
    const form = event.currentTarget;
    requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const footer = (
    <>
      <Button onClick={onClose}>{say('cancel')}</Button>
      <Button kind="primary" type="submit" form={id} busy={save.isPending}>
        {say('save')}
      </Button>
    </>
  );
  return (
    <Modal title={say('change')} footer={footer} onClose={onClose}>
      <form id={id} className="form decision-form" onSubmit={submit} noValidate>
        {save.error && <SaveProblem error={save.error} conflictSays={say('conflict')} onRenew={renew} />}
        {isSigned(invoice.value) && <Notice kind="warning" title={say('changeWarns')} />}
        <p className="kern-body">
          {say('asked', { amount: formatAmount(payable, current.currency, language) })} {say('fourEyes')}
        </p>
        <Fields {...{ draft, payable }} currency={current.currency} wrong={tried ? wrong : []} onDraft={setDraft} />
      </form>
    </Modal>
  );
}

type PaymentBody = ReturnType<typeof paymentBodyOf>;

function useSavePayment(id: string, etag: string, onSaved: () => void) {
  const say = useWords(paymentWords);
  return useChange({
    send: (body: PaymentBody, key) => {
      const params = { path: { id }, header: { 'Idempotency-Key': key, 'If-Match': etag } };
      return answerOf(api.POST('/api/v1/invoices/{id}/payment', { params, body }));
    },
    renews: [['invoices']],
    onDone: () => {
      toast('success', say('saved'));
      onSaved();
    },
  });
}

interface FieldsProps {
  readonly draft: PaymentDraft;
  readonly payable: string;
  readonly currency: string;
  readonly wrong: readonly PaymentField[];
  readonly onDraft: (draft: PaymentDraft) => void;
}

const rows = [
  { field: 'amount', error: 'amountWrong', most: 30 },
  { field: 'payee', error: 'missing', most: 200 },
  { field: 'iban', error: 'ibanWrong', most: 50, optional: true },
  { field: 'bic', error: 'missing', most: 11, optional: true },
  { field: 'dueDate', error: 'dateWrong', most: 20, optional: true },
  { field: 'purpose', error: 'missing', most: 140, optional: true },
] as const;

function Fields({ draft, payable, currency, wrong, onDraft }: FieldsProps) {
  const say = useWords(paymentWords);
  const amount = formatAmount(payable, currency, useLanguage());
  const bind = (field: PaymentField) => ({
    value: draft[field],
    onValue: (text: string) => onDraft({ ...draft, [field]: text }),
  });
  return (
    <>
      {rows.map(({ field, error, most, ...row }) => (
        <TextField
          key={field}
          label={say(field)}
          {...row}
          {...bind(field)}
          maxLength={most}
          autoComplete="off"
          error={wrong.includes(field) ? say(error, { amount }) : null}
        />
      ))}
      {isReducedIn(draft, payable) && (
        <TextArea
          label={say('reducedBecause')}
          hint={say('reducedHint')}
          {...bind('reducedBecause')}
          error={wrong.includes('reducedBecause') ? say('missing') : null}
        />
      )}
      <TextArea
        label={say('reason')}
        hint={say('reasonHint')}
        {...bind('reason')}
        error={wrong.includes('reason') ? say('missing') : null}
      />
    </>
  );
}
