import { lazy, Suspense, useId, useState, type ReactNode } from 'react';
import { Skeleton } from '../../components/skeleton.js';
import '../../styles/clearing.css';
import { useWords } from '../../words/words.js';
import { ConflictNotice, useChanges } from '../invoice/conflict-notice.js';
import type { SeenInvoice } from '../invoice/invoice-queries.js';
import { AccountPart } from './account-part.js';
import { CapturePart } from './capture-part.js';
import { captureWords } from './capture.words.js';
import { clearingWords } from './clearing.words.js';
import { ConfirmCapturePart } from './confirm-capture-part.js';
import { DuplicatePart } from './duplicate-part.js';
import { offerOf, questionsOf } from './questions.js';
import { RejectPart } from './reject-part.js';
import { RoutePart } from './route-part.js';

const DocumentView = lazy(async () => ({ default: (await import('../invoice/document-view.js')).DocumentView }));

interface ClearingPanelProps {
  readonly invoice: SeenInvoice;
  /** In a list: the invoice has been dealt with. */
  readonly onDone?: () => void;
  /** The file beside what is typed, where the page keeps it; by default the first that can be shown. */
  readonly file?: string | undefined;
  readonly onFile?: (fileId: string) => void;
}

/** What helps to clear an invoice, by the reason why it is in clarification. */
export function ClearingPanel({ invoice, onDone, file: given, onFile }: ClearingPanelProps) {
  const say = useWords(clearingWords);
  const sayCapture = useWords(captureWords);
  const { value } = invoice;
  const [seen, setSeen] = useState(invoice);
  const part = { invoice, seen, onSeen: setSeen, onDone };
  const changed = useChanges(seen.value, value) !== null;
  const [file, setFile] = useState<string>();
  const { capture } = value;
  const asks = questionsOf(invoice);
  const nothing = !Object.values(asks).some(Boolean);
  const refusal = nothing ? offerOf(invoice, 'route')?.refusal?.detail : null;
  const paper = asks.capture || asks.confirm;
  return (
    <div className="clearing-panel">
      {changed && <ConflictNotice seen={seen.value} now={value} allowed refusal={null} />}
      {refusal && <p className="clearing-refusal">{refusal}</p>}
      {asks.account && (
        <Section title={say('accountTitle')}>
          <AccountPart {...part} />
        </Section>
      )}
      {asks.duplicate && (
        <Section title={say('duplicateTitle')}>
          <DuplicatePart {...part} />
        </Section>
      )}
      <div className={paper ? 'capture-halves' : undefined}>
        <div>
          {asks.confirm && capture && (
            <Section title={sayCapture('confirmTitle')}>
              <ConfirmCapturePart key={capture.version} {...part} capture={capture} />
            </Section>
          )}
          {asks.capture && <Capture again={capture !== null} part={part} />}
        </div>
        {paper && (
          <section className="capture-halves__paper" aria-label={sayCapture('paper')}>
            <Suspense fallback={<Skeleton lines={10} />}>
              <DocumentView id={value.id} fileId={given ?? file} onShow={onFile ?? setFile} />
            </Suspense>
          </section>
        )}
      </div>
      {asks.route && (
        <Section title={say('routeTitle')}>
          <RoutePart {...part} />
        </Section>
      )}
      {asks.reject && (
        <details className="clearing-more">
          <summary>{say('rejectTitle')}</summary>
          <RejectPart {...part} />
        </details>
      )}
    </div>
  );
}

interface CaptureProps {
  /** Somebody has captured it already: doing so once more is the exception. */
  readonly again: boolean;
  readonly part: Parameters<typeof CapturePart>[0];
}

function Capture({ again, part }: CaptureProps) {
  const say = useWords(captureWords);
  if (!again) {
    return (
      <Section title={say('captureTitle')}>
        <p className="kern-body">{say('captureWhy')}</p>
        <CapturePart {...part} />
      </Section>
    );
  }
  return (
    <details className="clearing-more">
      <summary>{say('captureAgain')}</summary>
      <CapturePart {...part} />
    </details>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="clearing-part" aria-labelledby={id}>
      <h3 id={id} className="kern-title">
        {title}
      </h3>
      {children}
    </section>
  );
}
