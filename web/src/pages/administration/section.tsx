import type { ReactNode } from 'react';
import { PageHeading } from '../../components/page-heading.js';
import { useWords } from '../../words/words.js';
import { useAccess } from './access.js';
import { administrationWords } from './administration.words.js';

interface SectionProps {
  readonly title: string;
  /** What this part is for, in a sentence or two. */
  readonly lead: string;
  /** Buttons beside the title, for those who may change something. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of administration. */
export function Section({ title, lead, actions, children }: SectionProps) {
  const say = useWords(administrationWords);
  const access = useAccess();
  return (
    <>
      <PageHeading title={title} windowTitle={`${title} – ${say('title')}`}>
        {access === 'change' && actions}
      </PageHeading>
      <p className="kern-body admin-lead">{lead}</p>
      {access === 'read' && <p className="kern-body kern-body--small admin-lead">{say('readOnly')}</p>}
      {children}
    </>
  );
}
