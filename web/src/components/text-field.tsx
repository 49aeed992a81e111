import { useId, type InputHTMLAttributes, type Ref } from 'react';
import { describedBy, FieldFrame, type FieldTexts } from './field-frame.js';

type TextFieldProps = FieldTexts &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> & {
    readonly value: string;
    readonly onValue: (value: string) => void;
    readonly inputRef?: Ref<HTMLInputElement>;
  };

/** One line of text; `type` as HTML has it (text, password, email, date, search …). */
export function TextField({ label, hint, error, optional, onValue, inputRef, ...input }: TextFieldProps) {
  const id = useId();
  const texts = { label, hint, error, optional };
  return (
    <FieldFrame id={id} {...texts}>
      <input
        type="text"
        {...input}
        ref={inputRef}
        id={id}
        className={`kern-form-input__input ${error ? 'kern-form-input__input--error' : ''}`}
        required={!optional}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, texts)}
        onChange={(event) => onValue(event.target.value)}
      />
    </FieldFrame>
  );
}
