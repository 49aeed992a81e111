import type { ReactNode } from 'react';
import { useWords } from '../words/words.js';
import { componentWords } from './component.words.js';
import { Icon } from './icon.js';

export interface FieldTexts {
  readonly label: string;
  readonly hint?: string;
  /** A sentence that says what is wrong and how to mend it. */
  readonly error?: string | null;
  /** Fields are required unless they say so. */
  readonly optional?: boolean;
}

/** Label, hint and error around a field; the field names them by `describedBy`. */
export function FieldFrame({ id, label, hint, error, optional, children }: FieldTexts & FrameProps) {
  const say = useWords(componentWords);
  return (
    <div className={`kern-form-input ${error ? 'kern-form-input--error' : ''}`}>
      <label className="kern-label" htmlFor={id}>
        {label}
        {optional && <span className="kern-label__optional"> ({say('optional')})</span>}
      </label>
      {hint && (
        <div className="kern-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children}
      {error && <FieldError id={id} error={error} />}
    </div>
  );
}

interface FrameProps {
  readonly id: string;
  readonly children: ReactNode;
}

const FieldError = ({ id, error }: { readonly id: string; readonly error: string }) => (
  <p className="kern-error" id={`${id}-error`} role="alert">
    <Icon name="danger" />
    <span className="kern-body">{error}</span>
  </p>
);

export const describedBy = (id: string, { hint, error }: FieldTexts): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
