import { useId, useState, type FormEvent } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { Button } from '../../components/button.js';
import { componentWords } from '../../components/component.words.js';
import { Icon } from '../../components/icon.js';
import { Modal } from '../../components/modal.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { TextArea } from '../../components/text-area.js';
import { toast } from '../../components/toasts.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { decisionWords } from '../invoice/decision.words.js';
import { ColleagueField } from '../deputies/colleague-field.js';
import { DepartmentField } from '../invoice/department-field.js';
import type { InvoiceLine } from '../invoice/invoice-queries.js';
import { bulkWords } from './bulk.words.js';
import { amountShown, isCredit } from './queue-cells.js';
import { queueWords } from './queue.words.js';
import { nameOf } from './use-claim.js';
import type { BulkAction } from './use-chosen.js';

interface BulkDialogProps {
  readonly action: BulkAction;
  readonly lines: readonly InvoiceLine[];
  readonly onCancel: () => void;
  /** It has been done, as far as it could be, and the person has read what became of each. */
  readonly onDone: () => void;
}

const says = {
  order: 'saysOrder',
  confirmFactual: 'saysFactual',
  confirmArithmetical: 'saysArithmetical',
  claim: null,
  forward: null,
  passOn: null,
} as const;

/** Shows what is about to be signed, asks for what the deed needs, and tells for each invoice what became of it. */
export function BulkDialog({ action, lines, onCancel, onDone }: BulkDialogProps) {
  const say = useWords(bulkWords);
  const sayIn = useWords(componentWords);
  const sayDecision = useWords(decisionWords);
  const form = useId();
  const [draft, setDraft] = useState({ reason: '', departmentId: '' });
  const [colleagueId, setColleague] = useState('');
  const [tried, setTried] = useState(false);
  const change = useBulk();
  const asks = action === 'forward';
  // What is being decided cannot be taken back: the dialog stays until it can say what became of each.
  const cancel = () => {
    if (!change.isPending || change.isPaused) onCancel();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (change.isPending || (asks && (draft.reason.trim() === '' || draft.departmentId === ''))) return;
    if (action === 'passOn' && colleagueId === '') return;
    const brought = asks ? { ...draft, reason: draft.reason.trim() } : action === 'passOn' ? { colleagueId } : {};
    change.mutate({ action, lines, ...brought });
  };
  if (change.data) return <BulkResult {...{ action, lines, onDone }} items={change.data.items} />;
  const meaning = says[action];
  const footer = (
    <>
      <Button onClick={cancel}>{sayIn('cancel')}</Button>
      <Button kind="primary" type="submit" form={form} busy={change.isPending} data-focus-first>
        {`${say(action)} (${String(lines.length)})`}
      </Button>
    </>
  );
  return (
    <Modal title={say(action)} footer={footer} onClose={cancel}>
      <form id={form} className="form decision-form" onSubmit={submit} noValidate>
        {change.error && <ProblemPanel error={change.error} />}
        {meaning && <p>{say(meaning)}</p>}
        <p>{say('each')}</p>
        <ul className="bulk-list">
          {lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ul>
        {action === 'passOn' && <ColleagueField value={colleagueId} onValue={setColleague} tried={tried} />}
        {asks && (
          <>
            <DepartmentField
              without={null}
              value={draft.departmentId}
              onValue={(departmentId) => setDraft({ ...draft, departmentId })}
              error={tried && draft.departmentId === '' ? sayDecision('departmentMissing') : null}
            />
            <TextArea
              label={sayDecision('reason')}
              hint={sayDecision('reasonHint')}
              value={draft.reason}
              onValue={(reason) => setDraft({ ...draft, reason })}
              error={tried && draft.reason.trim() === '' ? sayDecision('reasonMissing') : null}
            />
          </>
        )}
      </form>
    </Modal>
  );
}

interface WantedBulk {
  readonly action: BulkAction;
  readonly lines: readonly InvoiceLine[];
  readonly reason?: string;
  readonly departmentId?: string;
  readonly colleagueId?: string;
}

function useBulk() {
  const say = useWords(bulkWords);
  return useChange({
    send: ({ lines, ...body }: WantedBulk, key) => {
      const invoices = lines.map(({ id, version }) => ({ id, version }));
      const params = { header: { 'Idempotency-Key': key } };
      return answerOf(api.POST('/api/v1/invoices/decisions', { params, body: { ...body, invoices } }));
    },
    renews: [['invoices']],
    onDone: ({ items }, { action }) => {
      const done = items.filter((item) => item.done !== null).length;
      const isWhole = done === items.length;
      toast(isWhole ? 'success' : 'warning', say('result', { action: say(action), done, count: items.length }));
    },
  });
}

function Line({ line, children }: { readonly line: InvoiceLine; readonly children?: React.ReactNode }) {
  const say = useWords(bulkWords);
  const sayQueue = useWords(queueWords);
  const language = useLanguage();
  const asked = line.payableAmount ?? line.grossAmount;
  const signed = line.instructedAmount ?? asked;
  const facts = [
    ...[nameOf(line), isCredit(line) && sayQueue('creditNote'), line.sellerName],
    signed !== null && amountShown(line, signed, language),
    // What is paid is what is signed; that it is less than the invoice asks for has to be seen here.
    asked !== null && signed !== asked && say('instead', { amount: amountShown(line, asked, language) }),
  ];
  return (
    <li>
      {facts.filter(Boolean).join(' · ')}
      {children}
    </li>
  );
}

type Answered = NonNullable<ReturnType<typeof useBulk>['data']>['items'];

interface BulkResultProps extends Pick<BulkDialogProps, 'action' | 'lines' | 'onDone'> {
  readonly items: Answered;
}

function BulkResult({ action, lines, items, onDone }: BulkResultProps) {
  const say = useWords(bulkWords);
  const done = items.filter((item) => item.done !== null).length;
  const title = say('result', { action: say(action), done, count: items.length });
  const footer = (
    <Button kind="primary" onClick={onDone} data-focus-first>
      {say('close')}
    </Button>
  );
  return (
    <Modal title={title} footer={footer} onClose={onDone}>
      <ul className="bulk-list">
        {lines.map((line) => {
          const item = items.find(({ invoiceId }) => invoiceId === line.id);
          const partly = item?.done?.progress === 'partial';
          return (
            <Line key={line.id} line={line}>
              <span className={`bulk-list__outcome bulk-list__outcome--${item?.done ? 'done' : 'refused'}`}>
                <Icon name={item?.done ? 'success' : 'warning'} />
                <span>{item?.refusal?.detail ?? say(partly ? 'donePartly' : 'doneOne')}</span>
              </span>
            </Line>
          );
        })}
      </ul>
    </Modal>
  );
}
