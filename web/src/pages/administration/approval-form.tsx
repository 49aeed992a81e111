import { useState, type FormEvent } from 'react';
import { useChange } from '../../api/change.js';
import { answerOf, api } from '../../api/client.js';
import { Button } from '../../components/button.js';
import { CheckField } from '../../components/check-field.js';
import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import { toast } from '../../components/toasts.js';
import { formatDecimal } from '../../format/decimals.js';
import { useLanguage, type Language } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { useMayChange } from './access.js';
import type { approvalSettingQuery, ApprovalSetting } from './administration-queries.js';
import { amountEntered } from './amount-entry.js';
import { approvalWords } from './approval.words.js';
import { FieldGroup } from './field-group.js';
import { proposalWords } from './proposals.words.js';
import { SettingProblem } from './setting-problem.js';

export type SeenApproval = Awaited<ReturnType<NonNullable<Exclude<typeof approvalSettingQuery.queryFn, symbol>>>>;

/** As the API has them. */
const MOST_STEPS = 20;
const ORDERS = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }));

/** A step as it is typed; the last one has no end. */
interface StepDraft {
  readonly upTo: string;
  readonly orders: string;
}

interface ApprovalFormProps {
  readonly seen: SeenApproval;
  readonly onReload: () => void;
}

export function ApprovalForm({ seen, onReload }: ApprovalFormProps) {
  const say = useWords(approvalWords);
  const sayProposal = useWords(proposalWords);
  const language = useLanguage();
  const before = seen.value.value;
  const [steps, setSteps] = useState(() => before.steps.map((step) => draftOf(step, language)));
  const [decline, setDecline] = useState(amountShown(before.declineByTwoAbove, language));
  const [checks, setChecks] = useState({
    twoConfirmers: before.twoConfirmers,
    orderException: before.orderException,
  });
  const [tried, setTried] = useState(false);
  const mayChange = useMayChange();
  const change = useProposeApproval(seen.etag, onReload);
  const declineWrong = decline.trim() !== '' && amountEntered(decline, language) === null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (change.isPending || declineWrong || wrongSteps(steps, language).length > 0) return;
    const declineByTwoAbove = decline.trim() === '' ? null : amountEntered(decline, language);
    change.mutate({ steps: stepsOf(steps, language), declineByTwoAbove, ...checks });
  };
  return (
    <form className="form admin-form" onSubmit={submit} noValidate>
      {change.error && <SettingProblem error={change.error} onReload={onReload} />}
      <StepFields steps={steps} onSteps={setSteps} tried={tried} />
      <TextField
        label={say('decline')}
        hint={say('declineHint')}
        {...{ optional: true, inputMode: 'decimal', readOnly: !mayChange, value: decline }}
        onValue={setDecline}
        error={tried && declineWrong ? say('declineWrong') : null}
      />
      {(['twoConfirmers', 'orderException'] as const).map((name) => (
        <CheckField
          key={name}
          label={say(name)}
          checked={checks[name]}
          disabled={!mayChange}
          onChecked={(checked) => setChecks({ ...checks, [name]: checked })}
        />
      ))}
      <p className="kern-body kern-body--small admin-muted">{say('exceptionHint')}</p>
      {mayChange && (
        <>
          <p className="kern-body kern-body--small admin-muted">{sayProposal('twoPeople')}</p>
          <Button kind="primary" type="submit" busy={change.isPending}>
            {sayProposal('propose')}
          </Button>
        </>
      )}
    </form>
  );
}

function useProposeApproval(etag: string, onProposed: () => void) {
  const say = useWords(proposalWords);
  return useChange({
    send: (body: ApprovalSetting, key) =>
      answerOf(
        api.POST('/api/v1/administration/settings/approval/proposals', {
          params: { header: { 'Idempotency-Key': key, 'If-Match': etag } },
          body,
        }),
      ),
    onDone: () => {
      toast('success', say('proposed'));
      onProposed();
    },
  });
}

interface StepFieldsProps {
  readonly steps: readonly StepDraft[];
  readonly onSteps: (steps: StepDraft[]) => void;
  readonly tried: boolean;
}

function StepFields({ steps, onSteps, tried }: StepFieldsProps) {
  const say = useWords(approvalWords);
  const language = useLanguage();
  const mayChange = useMayChange();
  const wrong = tried ? wrongSteps(steps, language) : [];
  const put = (index: number, part: Partial<StepDraft>) =>
    onSteps(steps.map((step, at) => (at === index ? { ...step, ...part } : step)));
  const last = steps.length - 1;
  return (
    <FieldGroup legend={say('steps')} hint={say('stepsHint')}>
      {steps.map((step, index) => (
        <div key={index} className="admin-columns">
          {index < last ? (
            <TextField
              label={say('upTo', { number: index + 1 })}
              {...{ inputMode: 'decimal', readOnly: !mayChange, value: step.upTo }}
              onValue={(upTo) => put(index, { upTo })}
              error={wrong.includes(index) ? say('amountWrong') : null}
            />
          ) : (
            <p className="kern-body">{last === 0 ? say('all') : say('above', { number: index + 1 })}</p>
          )}
          <SelectField
            label={say('orders', { number: index + 1 })}
            value={step.orders}
            options={ORDERS}
            onValue={(orders) => put(index, { orders })}
            disabled={!mayChange}
          />
          {mayChange && index < last && (
            <Button
              small
              onClick={({ currentTarget }) => {
                const group = currentTarget.closest('fieldset');
                onSteps(steps.filter((_, at) => at !== index));
                requestAnimationFrame(() => focusStep(group, index));
              }}
            >
              {say('removeStep', { number: index + 1 })}
            </Button>
          )}
        </div>
      ))}
      {mayChange && steps.length < MOST_STEPS && (
        <div className="button-row">
          <Button
            small
            onClick={() => onSteps([...steps.slice(0, last), { upTo: '', orders: '1' }, ...steps.slice(last)])}
          >
            {say('addStep')}
          </Button>
        </div>
      )}
    </FieldGroup>
  );
}

/** After a step has gone the keyboard goes on with the one in its place. */
const focusStep = (group: HTMLFieldSetElement | null, index: number): void =>
  group?.querySelectorAll('.admin-columns')[index]?.querySelector<HTMLElement>('input, select')?.focus();

const amountShown = (decimal: string | null, language: Language): string =>
  decimal === null ? '' : formatDecimal(decimal, language, 2);

const draftOf = ({ upTo, orders }: ApprovalSetting['steps'][number], language: Language): StepDraft => ({
  upTo: amountShown(upTo, language),
  orders: String(orders),
});

/** Steps whose end is no amount, or not above the one before it. */
const wrongSteps = (steps: readonly StepDraft[], language: Language): readonly number[] => {
  const ends = steps.slice(0, -1).map(({ upTo }) => Number(amountEntered(upTo, language) ?? Number.NaN));
  return ends.flatMap((end, index) => (end > (ends[index - 1] ?? 0) ? [] : [index]));
};

const stepsOf = (steps: readonly StepDraft[], language: Language): ApprovalSetting['steps'] =>
  steps.map(({ upTo, orders }, index) => ({
    upTo: index === steps.length - 1 ? null : amountEntered(upTo, language),
    orders: Number(orders),
  }));
