import { lazy, Suspense, useId, useState, type ReactNode } from 'react';
import { Skeleton } from '../../components/skeleton.js';
import '../../styles/clearing.css';
import { useWords } from '../../words/words.js';
import type { Action } from '../invoice/deeds.js';
import type { Invoice, SeenInvoice } from '../invoice/invoice-queries.js';
import { AccountPart } from './account-part.js';
import { CapturePart } from './capture-part.js';
import { captureWords } from './capture.words.js';
import { clearingWords } from './clearing.words.js';
import { ConfirmCapturePart } from './confirm-capture-part.js';
import { offerOf } from './deed-form.js';
import { DuplicatePart } from './duplicate-part.js';
import { RejectPart } from './reject-part.js';
import { RoutePart } from './route-part.js';

const DocumentView = lazy(async () => ({ default: (await import('../invoice/document-view.js')).DocumentView }));

interface ClearingPanelProps {
  readonly invoice: Invoice;
  /** The version that was seen, for decisions. */
  readonly etag: string;
  /** In a list: the invoice has been dealt with. */
  readonly onDone?: () => void;
}

/** What helps to clear an invoice, by the reason why it is in clarification. */
export function ClearingPanel({ invoice: value, etag, onDone }: ClearingPanelProps) {
  const say = useWords(clearingWords);
  const sayCapture = useWords(captureWords);
  const part = { invoice: { value, etag }, onDone };
  const [file, setFile] = useState<string>();
  const { capture } = value;
  const asks = questionsOf(part.invoice);
  // What is typed from the document, or compared with it, has it beside.
  const paper = asks.capture || asks.confirm;
  return (
    <div className="clearing-panel">
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
              <DocumentView id={value.id} fileId={file} onShow={setFile} />
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

/** What is to be answered here, by the reason and by what is on offer. */
function questionsOf(invoice: SeenInvoice) {
  const { clarificationReason: reason, capture } = invoice.value;
  const may = (action: Action) => offerOf(invoice, action)?.allowed === true;
  const account = reason === 'accountChanged' || may('releaseAccount');
  return {
    account,
    duplicate: reason === 'suspectedDuplicate' || may('dismissSuspicion'),
    confirm: capture !== null && capture.confirmedBy === null,
    capture: may('capture'),
    route: may('route'),
    // A changed account is refused where it is shown.
    reject: may('reject') && !account,
  };
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
