import type { ReactNode } from 'react';

const kinds = {
  info: 'kern-badge--info',
  success: 'kern-badge--success',
  warning: 'kern-badge--warning',
  danger: 'kern-badge--danger',
} as const;

export type BadgeKind = keyof typeof kinds;

export const Badge = ({ kind, children }: { readonly kind: BadgeKind; readonly children: ReactNode }) => (
  <span className={`kern-badge kern-badge--small ${kinds[kind]}`}>
    <span className="kern-label kern-label--small">{children}</span>
  </span>
);
