import type { ReactNode } from 'react';
import { PageHeading } from '../../components/page-heading.js';
import { useWords } from '../../words/words.js';
import { useMayChange } from './access.js';
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
  const mayChange = useMayChange();
  return (
    <>
      <PageHeading title={title} windowTitle={`${title} – ${say('title')}`}>
        {mayChange && actions}
      </PageHeading>
      <p className="kern-body admin-lead">{lead}</p>
      {!mayChange && <p className="kern-body kern-body--small admin-lead">{say('readOnly')}</p>}
      {children}
    </>
  );
}
