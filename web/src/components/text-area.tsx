import { useId, type TextareaHTMLAttributes } from 'react';
import { describedBy, FieldFrame, type FieldTexts } from './field-frame.js';

type TextAreaProps = FieldTexts &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'> & {
    readonly value: string;
    readonly onValue: (value: string) => void;
  };

/** Several lines of text, such as a reason. */
export function TextArea({ label, hint, error, optional, onValue, ...input }: TextAreaProps) {
  const id = useId();
  const texts = { label, hint, error, optional };
  return (
    <FieldFrame id={id} {...texts}>
      <textarea
        rows={3}
        {...input}
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
