import type { ReactNode } from 'react';

interface EmptyPanelProps {
  readonly title: string;
  /** Why it is empty, and what one could do. */
  readonly children?: ReactNode;
}

/** Nothing is there, and that is no error. */
export const EmptyPanel = ({ title, children }: EmptyPanelProps) => (
  <div className="empty-panel">
    <p className="kern-title">{title}</p>
    {children && <div className="kern-body">{children}</div>}
  </div>
);
