import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Notice } from '../../components/notice.js';
import { formatDate } from '../../format/dates.js';
import { formatAmount } from '../../format/decimals.js';
import { useLanguage } from '../../words/language.js';
import { inLanguage, useWords } from '../../words/words.js';
import { correctionWords } from './correction.words.js';
import type { Invoice } from './invoice-queries.js';

export type Correction = Invoice['corrections'][number];

interface CorrectionNotesProps {
  readonly invoice: Invoice;
  /** What can be done about one of them here. */
  readonly deed?: (correction: Correction) => ReactNode;
}

/** That the same seller has corrected or credited this invoice, or an earlier one by it, and what follows from that. */
export const CorrectionNotes = ({ invoice, deed }: CorrectionNotesProps) =>
  invoice.corrections.map((correction, index) => (
    <CorrectionNote key={correction.id ?? index} invoice={invoice} correction={correction}>
      {deed?.(correction)}
    </CorrectionNote>
  ));

interface CorrectionNoteProps {
  readonly invoice: Invoice;
  readonly correction: Correction;
  readonly children: ReactNode;
}

function CorrectionNote({ invoice, correction, children }: CorrectionNoteProps) {
  const say = useWords(correctionWords);
  const { relation, advice } = correction;
  const later = relation === 'correctedBy' ? correction : invoice;
  const [ofCorrection, ofCredit] = titles[relation];
  return (
    <Notice
      kind={advice === 'replace' || advice === 'bothPaid' ? 'warning' : 'info'}
      title={say(later.kind === 'creditNote' ? ofCredit : ofCorrection)}
    >
      <p className="kern-body">
        <Named correction={correction} />
      </p>
      {advice !== 'settled' && <p className="kern-body">{say(advice)}</p>}
      {children}
    </Notice>
  );
}

const titles = { correctedBy: ['hasCorrection', 'hasCredit'], corrects: ['isCorrection', 'isCredit'] } as const;

/** Which one: number, day, amount and state, with a way to it where it may be seen. */
function Named({ correction }: { readonly correction: Correction }) {
  const say = useWords(correctionWords);
  const language = useLanguage();
  const { id, issueDate, grossAmount, currency, stateLabel } = correction;
  const number = correction.number ?? say('unnamed');
  const facts = [
    issueDate === null ? null : formatDate(issueDate, language),
    grossAmount === null ? null : formatAmount(grossAmount, currency ?? '', language),
    inLanguage(stateLabel, language),
    id === null ? say('unseen') : null,
  ].filter((fact) => fact !== null);
  return (
    <>
      {id === null ? (
        number
      ) : (
        <Link
          from="/t/$slug"
          to="/t/$slug/desk/invoices/$id"
          params={(before) => ({ ...before, id })}
          className="kern-link kern-link--no-visited-state"
        >
          {number}
        </Link>
      )}
      {` · ${facts.join(' · ')}`}
    </>
  );
}
