import { useId, useState, type KeyboardEvent } from 'react';
import { describedBy, FieldFrame, type FieldTexts } from './field-frame.js';

export interface ComboOption {
  readonly value: string;
  /** What stands beside the value, and is searched like it. */
  readonly label: string;
}

interface ComboFieldProps extends FieldTexts {
  readonly value: string;
  readonly options: readonly ComboOption[];
  /** What is typed, or the value that was chosen. */
  readonly onValue: (value: string) => void;
  readonly name?: string;
}

/** Options that are shown at a time: whoever wants another types on. */
const MOST_SHOWN = 8;

/** One of many by number or name (ARIA combobox with a list): typing narrows, arrows choose, Enter takes, Escape closes. */
export function ComboField({ value, options, onValue, name, ...texts }: ComboFieldProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const shown = open ? matching(options, value) : [];
  const isOpen = shown.length > 0;
  const take = (option: ComboOption | undefined) => {
    if (option) onValue(option.value);
    setOpen(false);
  };
  const type = (text: string) => {
    onValue(text);
    setActive(0);
    setOpen(true);
  };
  const press = (event: KeyboardEvent) => {
    const handled = pressed(event.key, {
      isOpen,
      show: () => setOpen(true),
      move: (by) => setActive((active + by + shown.length) % shown.length),
      take: () => take(shown[active]),
      close: () => setOpen(false),
    });
    if (handled) event.preventDefault();
  };
  return (
    <FieldFrame id={id} {...texts}>
      <div className="combo">
        <input
          {...{ id, name, value, type: 'text', role: 'combobox', autoComplete: 'off', maxLength: 200 }}
          className={`kern-form-input__input ${texts.error ? 'kern-form-input__input--error' : ''}`}
          required={!texts.optional}
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={isOpen ? `${id}-${String(active)}` : undefined}
          aria-invalid={texts.error ? true : undefined}
          aria-describedby={[describedBy(id, texts), `${id}-name`].filter(Boolean).join(' ')}
          onChange={(event) => type(event.target.value)}
          onKeyDown={press}
          onBlur={() => setOpen(false)}
        />
        <ul id={`${id}-list`} role="listbox" aria-label={texts.label} className="combo__list" hidden={!isOpen}>
          {shown.map((option, index) => (
            <li
              key={option.value}
              id={`${id}-${String(index)}`}
              role="option"
              aria-selected={index === active}
              className="combo__option"
              // Before the field loses the focus and the list closes.
              onPointerDown={(event) => {
                event.preventDefault();
                take(option);
              }}
            >
              <span className="combo__value">{option.value}</span> {option.label}
            </li>
          ))}
        </ul>
        <p id={`${id}-name`} className="combo__name">
          {nameOf(options, value)}
        </p>
      </div>
    </FieldFrame>
  );
}

const nameOf = (options: readonly ComboOption[], value: string): string | undefined =>
  value === '' ? undefined : options.find((option) => option.value === value.trim())?.label;

/** By the beginning of the number first, then by any part of number or name. */
function matching(options: readonly ComboOption[], typed: string): readonly ComboOption[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return options.slice(0, MOST_SHOWN);
  const begins = options.filter(({ value }) => value.toLowerCase().startsWith(wanted));
  if (begins.length >= MOST_SHOWN) return begins.slice(0, MOST_SHOWN);
  const holds = options.filter(
    ({ value, label }) => !value.toLowerCase().startsWith(wanted) && `${value} ${label}`.toLowerCase().includes(wanted),
  );
  return [...begins, ...holds].slice(0, MOST_SHOWN);
}

interface Moves {
  readonly isOpen: boolean;
  readonly show: () => void;
  readonly move: (by: 1 | -1) => void;
  readonly take: () => void;
  readonly close: () => void;
}

/** Whether the key was the list's; every other key is the field's or the form's. */
function pressed(key: string, { isOpen, show, move, take, close }: Moves): boolean {
  if (!isOpen) {
    if (key === 'ArrowDown') show();
    return key === 'ArrowDown';
  }
  const deeds: Readonly<Record<string, (() => void) | undefined>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: take,
    Escape: close,
  };
  deeds[key]?.();
  return deeds[key] !== undefined;
}
