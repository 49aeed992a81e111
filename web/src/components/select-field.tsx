import { useId } from 'react';
import { describedBy, FieldFrame, type FieldTexts } from './field-frame.js';

interface SelectFieldProps<Value extends string> extends FieldTexts {
  readonly value: Value | '';
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  /** What the first entry says where nothing is chosen; without it there is no such entry. */
  readonly none?: string;
  readonly onValue: (value: Value | '') => void;
  readonly disabled?: boolean;
}

export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { value, options, none, onValue, disabled, ...texts } = props;
  const id = useId();
  return (
    <FieldFrame id={id} {...texts}>
      <div className="kern-form-input__select-wrapper">
        <select
          id={id}
          className={`kern-form-input__select ${texts.error ? 'kern-form-input__select--error' : ''}`}
          value={value}
          disabled={disabled}
          required={!texts.optional}
          aria-invalid={texts.error ? true : undefined}
          aria-describedby={describedBy(id, texts)}
          onChange={({ target }) => onValue(options.find((option) => option.value === target.value)?.value ?? '')}
        >
          {none !== undefined && <option value="">{none}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
    </FieldFrame>
  );
}
