import { useId, type ReactNode } from 'react';
import { Icon } from '../../components/icon.js';

interface FieldGroupProps {
  readonly legend: string;
  readonly hint?: string;
  readonly error?: string | null;
  readonly children: ReactNode;
}

/** Fields that belong together, under one heading that is read out with them. */
export function FieldGroup({ legend, hint, error, children }: FieldGroupProps) {
  const id = useId();
  return (
    <fieldset className="admin-group" aria-describedby={error ? id : undefined}>
      <legend className="kern-title kern-title--small">{legend}</legend>
      {hint && <p className="kern-body kern-body--small admin-group__hint">{hint}</p>}
      {children}
      {error && (
        <p className="kern-error" id={id} role="alert">
          <Icon name="danger" />
          <span className="kern-body">{error}</span>
        </p>
      )}
    </fieldset>
  );
}
