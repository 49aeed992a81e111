import { CheckField } from '../../components/check-field.js';
import { SelectField } from '../../components/select-field.js';
import { TextArea } from '../../components/text-area.js';
import { TextField } from '../../components/text-field.js';
import { useWords } from '../../words/words.js';
import type { ComparisonDraft, FieldKind } from './condition-draft.js';
import { useRoutingFields } from './condition-words.js';
import { ruleWords } from './rules.words.js';

interface ComparisonEditorProps {
  readonly draft: ComparisonDraft;
  readonly problem: string | null;
  readonly onDraft: (draft: ComparisonDraft) => void;
}

/** One entry of the invoice against a value. */
export function ComparisonEditor({ draft, problem, onDraft }: ComparisonEditorProps) {
  const say = useWords(ruleWords);
  const { options, kindOf, operatorsOf } = useRoutingFields();
  const operators = operatorsOf(draft.field);
  const choose = (field: string) => {
    const known = operatorsOf(field).some(({ value }) => value === draft.operator);
    const cleared = kindOf(field) === kindOf(draft.field) ? {} : { value: '', values: '', from: '', to: '' };
    onDraft({ ...draft, ...cleared, field, operator: known ? draft.operator : 'is' });
  };
  const takes = operators.find(({ value }) => value === draft.operator)?.takes ?? 'value';
  return (
    <div className="condition-fields">
      <SelectField label={say('field')} {...{ value: draft.field, options }} onValue={choose} />
      <SelectField
        label={say('operator')}
        {...{ value: draft.operator, options: operators }}
        onValue={(operator) => onDraft({ ...draft, operator })}
        error={takes === 'nothing' ? problem : null}
      />
      <ValueFields kind={fieldKind(draft, kindOf(draft.field))} {...{ draft, problem, onDraft, takes }} />
      <CheckField
        label={say('negated')}
        checked={draft.negated}
        onChecked={(negated) => onDraft({ ...draft, negated })}
      />
    </div>
  );
}

/** A piece of a date is text. */
const fieldKind = ({ operator }: ComparisonDraft, kind: FieldKind): FieldKind =>
  ['startsWith', 'contains', 'matches'].includes(operator) ? 'text' : kind;

interface ValueFieldsProps extends ComparisonEditorProps {
  readonly kind: FieldKind;
  readonly takes: 'value' | 'values' | 'range' | 'nothing';
}

function ValueFields({ draft, problem, onDraft, kind, takes }: ValueFieldsProps) {
  const say = useWords(ruleWords);
  const hint = kind === 'amount' ? say('amountHint') : undefined;
  const input = {
    ...{ hint, type: kind === 'date' ? 'date' : 'text', maxLength: 200 },
    inputMode: kind === 'amount' ? ('decimal' as const) : undefined,
  };
  if (takes === 'nothing') return null;
  if (takes === 'values') {
    const onValue = (values: string) => onDraft({ ...draft, values });
    return <TextArea label={say('values')} {...{ hint, value: draft.values, onValue, error: problem }} />;
  }
  if (takes === 'value') {
    const onValue = (value: string) => onDraft({ ...draft, value });
    return <TextField label={say('value')} {...input} {...{ value: draft.value, onValue, error: problem }} />;
  }
  return (
    <>
      <TextField
        label={say('from')}
        {...input}
        value={draft.from}
        onValue={(from) => onDraft({ ...draft, from })}
        error={problem}
      />
      <TextField label={say('to')} {...input} value={draft.to} onValue={(to) => onDraft({ ...draft, to })} />
    </>
  );
}
