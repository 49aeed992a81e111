import type { ReactNode } from 'react';
import { Icon } from './icon.js';

export type NoticeKind = keyof typeof kinds;

const kinds = {
  info: 'kern-alert--info',
  success: 'kern-alert--success',
  warning: 'kern-alert--warning',
  danger: 'kern-alert--danger',
} as const;

interface NoticeProps {
  readonly kind: NoticeKind;
  readonly title: string;
  readonly children?: ReactNode;
  /** Read out at once because it appears in answer to what a person did. */
  readonly urgent?: boolean;
}

/** A box that says something important within the page. */
export const Notice = ({ kind, title, children, urgent }: NoticeProps) => (
  <div className={`kern-alert ${kinds[kind]}`} role={urgent ? 'alert' : undefined}>
    <div className="kern-alert__header">
      <Icon name={kind} />
      <span className="kern-title">{title}</span>
    </div>
    {children && <div className="kern-alert__body">{children}</div>}
  </div>
);
