import { useEffect, useRef } from 'react';
import { Button } from '../../components/button.js';
import { formatDate } from '../../format/dates.js';
import { formatAmount, formatDecimal } from '../../format/decimals.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import type { Checked } from './checked-report.js';
import { checkWords } from './check.words.js';
import { FindingLists, VerdictNotice } from './report-paper.js';

interface CheckResultProps {
  readonly fileName: string;
  readonly checked: Checked;
  readonly onSubmit: () => void;
}

/** What the check has found, of each invoice in the file. */
export function CheckResult({ fileName, checked: { documents }, onSubmit }: CheckResultProps) {
  const say = useWords(checkWords);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isFine = documents.length > 0 && documents.every(({ report }) => report.verdict.startsWith('accepted'));
  return (
    <section className="check-result">
      <h2 ref={heading} className="kern-heading-small" tabIndex={-1}>
        {say('result', { name: fileName })}
      </h2>
      {documents.length === 0 && <VerdictNotice verdict="notAnEInvoice" reason={null} />}
      {documents.map((document, index) => (
        <div key={index} className="check-result__document">
          {documents.length > 1 && (
            <h3 className="kern-title">{say('invoiceOf', { index: index + 1, count: documents.length })}</h3>
          )}
          <VerdictNotice verdict={document.report.verdict} reason={document.report.reason} />
          {document.keyData && <KeyDataList keyData={document.keyData} />}
          <FindingLists report={document.report} />
        </div>
      ))}
      <p className="kern-body check-result__nothing">{say('nothingStored')}</p>
      {documents.some(({ report }) => report.verdict === 'rejected') && (
        <p className="kern-body">{say('submitRejected')}</p>
      )}
      <div className="button-row">
        <Button kind={isFine ? 'primary' : 'secondary'} onClick={onSubmit}>
          {say(isFine ? 'submitNow' : 'submitAnyway')}
        </Button>
      </div>
      <p className="kern-body kern-body--small">{say('submitWhat')}</p>
    </section>
  );
}

type KeyData = NonNullable<Checked['documents'][number]['keyData']>;

function KeyDataList({ keyData }: { readonly keyData: KeyData }) {
  const say = useWords(checkWords);
  const language = useLanguage();
  const { number, issueDate, seller, gross, currency, leitwegId } = keyData;
  const amount = gross && (currency ? formatAmount(gross, currency, language) : formatDecimal(gross, language, 2));
  const facts = [
    ['seller', seller],
    ['number', number],
    ['issueDate', issueDate && formatDate(issueDate, language)],
    ['gross', amount],
    ['leitwegId', leitwegId],
  ] as const;
  return (
    <section className="key-data">
      <h3 className="kern-title">{say('keyData')}</h3>
      <p className="kern-body">{say('keyDataWhy')}</p>
      <dl className="key-data__list">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{say(name)}</dt>
            <dd>{value ?? say('notStated')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
