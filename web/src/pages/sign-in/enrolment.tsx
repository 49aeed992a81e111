import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { secondFactorQuery, useConfirmFactor, useEnrolFactor } from '../../api/second-factor.js';
import { Notice } from '../../components/notice.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { formatInstant } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { CodeEntry } from './code-form.js';
import { QrCode } from './qr-code.js';
import { RecoveryCodes } from './recovery-codes.js';
import { secondFactorWords } from './second-factor.words.js';

/** A new key for the app, its first code, and the recovery codes. `onDone`: they have been kept. */
export function Enrolment({ onDone }: { readonly onDone: () => void }) {
  const say = useWords(secondFactorWords);
  const { data: key, error, mutate: begin } = useEnrolFactor();
  useEffect(() => begin(), [begin]);
  const confirm = useConfirmFactor();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  if (error) return <ProblemPanel error={error} onRetry={() => begin()} />;
  if (!key) return <Skeleton lines={6} />;
  const give = (code: string) =>
    void confirm.mutateAsync(code).then(
      ({ recoveryCodes }) => setCodes(recoveryCodes),
      () => undefined,
    );
  return (
    <>
      <ResetNotice />
      <CodeEntry
        {...{ label: say('firstCode'), hint: say('sixDigits'), deed: say('finish') }}
        {...{ busy: confirm.isPending, error: confirm.error, onCode: give }}
      >
        <p className="kern-body">{say('scan')}</p>
        <QrCode text={key.address} label={say('qr')} />
        <p className="kern-body">
          {say('key')}: <code className="factor__key">{key.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </p>
      </CodeEntry>
    </>
  );
}

/** Who finds the second factor gone without having asked for it has a reason to ask. */
function ResetNotice() {
  const say = useWords(secondFactorWords);
  const language = useLanguage();
  const resetAt = useQuery(secondFactorQuery).data?.resetAt ?? null;
  if (resetAt === null) return null;
  return (
    <Notice kind="warning" title={say('part')}>
      <p className="kern-body">{say('wasReset', { when: formatInstant(resetAt, language) })}</p>
    </Notice>
  );
}
