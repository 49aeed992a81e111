import { useQuery } from '@tanstack/react-query';
import { kindOf } from '../../api/problem.js';
import { EmptyPanel } from '../../components/empty-panel.js';
import { Notice, type NoticeKind } from '../../components/notice.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { formatInstant } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { inLanguage, useWords } from '../../words/words.js';
import { reportQuery, type Finding, type Report } from './invoice-queries.js';
import { paperWords } from './paper.words.js';

interface ReportViewProps {
  readonly id: string;
  readonly onLine: (line: number) => void;
}

/** The report in plain words: the verdict, then each finding with what, where, why and how; its rule comes last. */
export function ReportView({ id, onLine }: ReportViewProps) {
  const say = useWords(paperWords);
  const report = useQuery(reportQuery(id, useLanguage()));
  if (kindOf(report.error) === 'missing') return <EmptyPanel title={say('noReport')}>{say('noReportWhy')}</EmptyPanel>;
  if (report.error) return <ProblemPanel error={report.error} onRetry={() => void report.refetch()} />;
  if (!report.data) return <Skeleton lines={8} />;
  return (
    <div className="report">
      <Verdict report={report.data} />
      {severities.map((severity) => (
        <Findings
          key={severity}
          severity={severity}
          findings={report.data.findings.filter((finding) => finding.severity === severity)}
          onLine={onLine}
        />
      ))}
      <Method report={report.data} />
      <p className="kern-body">
        <a
          className="kern-link kern-link--no-visited-state"
          href={`/api/v1/invoices/${id}/report/page`}
          target="_blank"
          rel="noreferrer"
        >
          {say('reportAsPage')}
        </a>
      </p>
    </div>
  );
}

const severities = ['fatal', 'warning', 'information'] as const;

const verdictKinds: Readonly<Record<string, NoticeKind>> = {
  accepted: 'success',
  acceptedWithRemarks: 'success',
  rejected: 'danger',
  couldNotBeChecked: 'warning',
  notAnEInvoice: 'warning',
};

function Verdict({ report }: { readonly report: Report }) {
  const say = useWords(paperWords);
  const language = useLanguage();
  const { verdict, verdictLabel, reason, findings, examinedAt } = report;
  return (
    <Notice
      kind={verdictKinds[verdict] ?? 'info'}
      title={say('verdict', { verdict: inLanguage(verdictLabel, language) })}
    >
      <p className="kern-body">
        {reason ? `${inLanguage(reason, language)} ` : findings.length === 0 ? `${say('noFindings')} ` : ''}
        {say('examined', { when: formatInstant(examinedAt, language) })}.
      </p>
    </Notice>
  );
}

interface FindingsProps {
  readonly severity: (typeof severities)[number];
  readonly findings: readonly Finding[];
  readonly onLine: (line: number) => void;
}

function Findings({ severity, findings, onLine }: FindingsProps) {
  const say = useWords(paperWords);
  if (findings.length === 0) return null;
  return (
    <section className="report__group">
      <h2 className="terms__title">
        {say(severity)} ({findings.length})
      </h2>
      <ol className="plain-list">
        {findings.map((finding, index) => (
          <FindingCard key={index} finding={finding} onLine={onLine} />
        ))}
      </ol>
    </section>
  );
}

function FindingCard({ finding, onLine }: { readonly finding: Finding; readonly onLine: (line: number) => void }) {
  const say = useWords(paperWords);
  const language = useLanguage();
  const { line } = finding;
  return (
    <li className={`finding finding--${finding.severity}`}>
      <p className="finding__what">{finding.sentence}</p>
      <dl className="finding__facts">
        <dt>{say('where')}</dt>
        <dd>
          {finding.terms.map(({ id, label }) => (label ? `${inLanguage(label, language)} (${id})` : id)).join('; ')}{' '}
          {line === null ? (
            <span className="fact-list__aside">{say('wholeFile')}</span>
          ) : (
            <button type="button" className="kern-link link-button finding__line" onClick={() => onLine(line)}>
              {say('toLine', { line })}
            </button>
          )}
        </dd>
        <dt>{say('why')}</dt>
        <dd>{finding.why}</dd>
        <dt>{say('how')}</dt>
        <dd>{finding.advice}</dd>
      </dl>
      <p className="finding__rule">{say('rule', { rule: `${finding.rule} · ${finding.book}` })}</p>
    </li>
  );
}

function Method({ report }: { readonly report: Report }) {
  const say = useWords(paperWords);
  const facts = [
    [say('syntax'), report.syntax],
    [say('specification'), report.specification],
    [say('scenario'), report.scenario],
    [say('embeddedFile'), report.embedded],
    ...Object.entries(report.versions),
  ] as const;
  return (
    <details className="report__method">
      <summary>{say('details')}</summary>
      <dl className="term-list">
        {facts.map(([label, value]) =>
          value === null ? null : (
            <div key={label} className="term-list__term">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </details>
  );
}
