import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { useWords } from '../words/words.js';
import { componentWords } from './component.words.js';
import { Icon, type IconName } from './icon.js';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: keyof typeof kinds;
  readonly icon?: IconName;
  /** Small buttons for rows of a table. */
  readonly small?: boolean;
  /** While the change is on its way: pressing again does nothing, the focus stays. */
  readonly busy?: boolean;
  readonly children: ReactNode;
}

const kinds = {
  primary: 'kern-btn--primary',
  secondary: 'kern-btn--secondary',
  tertiary: 'kern-btn--tertiary',
} as const;

export function Button({ kind = 'secondary', icon, small, busy, children, onClick, ...rest }: ButtonProps) {
  const say = useWords(componentWords);
  return (
    <button
      type="button"
      {...rest}
      className={`kern-btn ${kinds[kind]} ${small ? 'kern-btn--x-small' : ''} ${rest.className ?? ''}`}
      aria-disabled={busy ? true : undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <Icon name={icon} />}
      <span className="kern-label">{busy ? say('working') : children}</span>
    </button>
  );
}
