import { useId } from 'react';

interface CheckFieldProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChecked: (checked: boolean) => void;
  readonly disabled?: boolean;
}

export function CheckField({ label, checked, onChecked, disabled }: CheckFieldProps) {
  const id = useId();
  return (
    <div className="kern-form-check">
      <input
        type="checkbox"
        className="kern-form-check__checkbox"
        id={id}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChecked(event.target.checked)}
      />
      <label className="kern-label" htmlFor={id}>
        {label}
      </label>
    </div>
  );
}
