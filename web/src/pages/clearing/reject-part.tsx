import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { TextArea } from '../../components/text-area.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { reportQuery } from '../invoice/invoice-queries.js';
import { clearingWords } from './clearing.words.js';
import { DeedForm, type PartProps } from './deed-form.js';

interface RejectPartProps extends PartProps {
  /** What stands in the reason at first. */
  readonly reason?: string;
  readonly label?: string;
}

/** Rejecting with the report, and beside it what the supplier will read. */
export function RejectPart({ reason: first = '', label, ...part }: RejectPartProps) {
  const say = useWords(clearingWords);
  const [reason, setReason] = useState(first);
  const [tried, setTried] = useState(false);
  const details = () => {
    setTried(true);
    return reason.trim() === '' ? null : { reason: reason.trim() };
  };
  return (
    <DeedForm {...part} action="reject" kind="secondary" label={label} details={details}>
      <TextArea
        label={say('rejectReason')}
        hint={say('rejectHint')}
        value={reason}
        onValue={setReason}
        error={tried && reason.trim() === '' ? say('reasonMissing') : null}
      />
      <Preview id={part.invoice.value.id} reason={reason} />
    </DeedForm>
  );
}

const MOST_SHOWN = 5;

function Preview({ id, reason }: { readonly id: string; readonly reason: string }) {
  const say = useWords(clearingWords);
  const report = useQuery(reportQuery(id, useLanguage()));
  const fatal = report.data?.findings.filter(({ severity }) => severity === 'fatal') ?? [];
  return (
    <figure className="clearing-preview">
      <figcaption>{say('preview')}</figcaption>
      <p>
        <strong>{say('previewState')}</strong>
      </p>
      {reason.trim() !== '' && <p>{say('previewReason', { reason: reason.trim() })}</p>}
      {fatal.length > 0 ? (
        <ul>
          {fatal.slice(0, MOST_SHOWN).map((finding, index) => (
            <li key={index}>{finding.sentence}</li>
          ))}
          {fatal.length > MOST_SHOWN && <li>{say('more', { count: fatal.length - MOST_SHOWN })}</li>}
        </ul>
      ) : (
        !report.isPending && <p>{say(report.error ? 'previewNoReport' : 'previewNoFindings')}</p>
      )}
    </figure>
  );
}
