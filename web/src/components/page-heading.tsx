import { useEffect, useRef, type ReactNode } from 'react';

interface PageHeadingProps {
  readonly title: string;
  /** What the window is called; by default the title. */
  readonly windowTitle?: string;
  /** Buttons beside the title. */
  readonly children?: ReactNode;
}

/** The one h1 of a page. A new page takes the focus, so that keyboard and screen reader begin at its top. */
export function PageHeading({ title, windowTitle, children }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Not on the very first page, where the browser starts at the top by itself, and not out of a field with autofocus.
    if (document.activeElement === document.body && document.body.dataset['visited']) heading.current?.focus();
    document.body.dataset['visited'] = 'yes';
  }, []);
  useEffect(() => {
    document.title = `${windowTitle ?? title} – Eingang`;
  }, [title, windowTitle]);
  return (
    <div className="page-heading">
      <h1 ref={heading} className="kern-heading-medium" tabIndex={-1}>
        {title}
      </h1>
      {children && <div className="page-heading__actions">{children}</div>}
    </div>
  );
}
