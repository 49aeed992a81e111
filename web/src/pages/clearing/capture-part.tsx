import { useRef, useState, type HTMLAttributes } from 'react';
import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import { formatAmount } from '../../format/decimals.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import {
  CAPTURE_FIELDS,
  emptyCapture,
  errorIn,
  sumOf,
  termsOf,
  wrongFields,
  type CaptureDraft,
  type CaptureField,
} from './capture-draft.js';
import { captureWords } from './capture.words.js';
import { DeedForm, type PartProps } from './deed-form.js';

/** What a clerk reads off the document, checked when a field is left and when everything is sent. */
export function CapturePart(part: PartProps) {
  const [draft, setDraft] = useState<CaptureDraft>(emptyCapture);
  const [left, setLeft] = useState<ReadonlySet<CaptureField>>(new Set());
  const fields = useRef<HTMLDivElement>(null);
  const leave = (field: CaptureField) => setLeft((before) => new Set([...before, field]));
  const details = () => {
    const capture = termsOf(draft);
    if (capture) return { capture };
    setLeft(new Set(CAPTURE_FIELDS));
    const [first] = wrongFields(draft);
    fields.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    return null;
  };
  return (
    <DeedForm {...part} action="capture" details={details}>
      <Fields draft={draft} left={left} onDraft={setDraft} onLeave={leave} boxRef={fields} />
    </DeedForm>
  );
}

interface FieldRow {
  readonly field: Exclude<CaptureField, 'kind'>;
  readonly hint?: keyof typeof captureWords;
  readonly optional?: true;
  readonly most: number;
  readonly mode?: HTMLAttributes<HTMLInputElement>['inputMode'];
}

const rows: readonly FieldRow[] = [
  { field: 'number', most: 200 },
  { field: 'issueDate', hint: 'dateHint', most: 20 },
  { field: 'dueDate', hint: 'dateHint', most: 20, optional: true },
  { field: 'sellerName', most: 200 },
  { field: 'sellerVatId', most: 40, optional: true },
  { field: 'sellerTaxNumber', most: 40, optional: true },
  { field: 'iban', hint: 'ibanHint', most: 50, optional: true },
  { field: 'bic', most: 11, optional: true },
  { field: 'currency', most: 3 },
  { field: 'net', hint: 'amountHint', most: 30, mode: 'decimal' },
  { field: 'vat', most: 30, mode: 'decimal' },
  { field: 'gross', most: 30, mode: 'decimal' },
  { field: 'payable', hint: 'payableHint', most: 30, mode: 'decimal', optional: true },
  { field: 'orderReference', most: 200, optional: true },
  { field: 'buyerReference', most: 200, optional: true },
];

interface FieldsProps {
  readonly draft: CaptureDraft;
  /** Fields that have been left: only these say what is wrong. */
  readonly left: ReadonlySet<CaptureField>;
  readonly onDraft: (draft: CaptureDraft) => void;
  readonly onLeave: (field: CaptureField) => void;
  readonly boxRef: React.Ref<HTMLDivElement>;
}

function Fields({ draft, left, onDraft, onLeave, boxRef }: FieldsProps) {
  const say = useWords(captureWords);
  const language = useLanguage();
  const sum = formatAmount(sumOf(draft) ?? '', draft.currency.toUpperCase(), language);
  const errorOf = (field: CaptureField) => {
    const error = left.has(field) ? errorIn(field, draft) : null;
    return error && say(error, { sum });
  };
  return (
    <div className="capture-fields" ref={boxRef}>
      <SelectField
        label={say('kind')}
        value={draft.kind}
        options={(['invoice', 'creditNote'] as const).map((value) => ({ value, label: say(value) }))}
        onValue={(kind) => kind !== '' && onDraft({ ...draft, kind })}
      />
      {rows.map(({ field, hint, optional, most, mode }) => (
        <TextField
          key={field}
          name={field}
          label={say(field)}
          hint={hint && say(hint)}
          optional={optional}
          maxLength={most}
          inputMode={mode}
          autoComplete="off"
          value={draft[field]}
          onValue={(text) => onDraft({ ...draft, [field]: text })}
          onBlur={() => draft[field] !== '' && onLeave(field)}
          error={errorOf(field)}
        />
      ))}
    </div>
  );
}
