import { Notice, type NoticeKind } from '../../components/notice.js';
import { useLanguage } from '../../words/language.js';
import { inLanguage, useWords } from '../../words/words.js';
import type { Report } from './checked-report.js';
import { checkWords } from './check.words.js';
import { groupFindings, type FindingGroup } from './finding-groups.js';

interface Verdict {
  readonly box: NoticeKind;
  readonly title: keyof typeof checkWords;
  readonly why: keyof typeof checkWords;
}

const verdicts = {
  accepted: { box: 'success', title: 'accepted', why: 'acceptedWhy' },
  acceptedWithRemarks: { box: 'success', title: 'acceptedWithRemarks', why: 'acceptedWithRemarksWhy' },
  rejected: { box: 'danger', title: 'rejected', why: 'rejectedWhy' },
  couldNotBeChecked: { box: 'warning', title: 'couldNotBeChecked', why: 'couldNotBeCheckedWhy' },
  notAnEInvoice: { box: 'warning', title: 'notAnEInvoice', why: 'notAnEInvoiceWhy' },
} as const satisfies Record<string, Verdict>;

const verdictOf = (name: string): Verdict =>
  Object.entries(verdicts).find(([key]) => key === name)?.[1] ?? verdicts.couldNotBeChecked;

/** The verdict large and in plain words. */
export function VerdictNotice({ verdict, reason }: Pick<Report, 'verdict' | 'reason'>) {
  const say = useWords(checkWords);
  const language = useLanguage();
  const { box, title, why } = verdictOf(verdict);
  return (
    <div className="verdict">
      <Notice kind={box} title={say(title)}>
        {reason && <p className="kern-body">{inLanguage(reason, language)}</p>}
        <p className="kern-body">{say(why)}</p>
      </Notice>
    </div>
  );
}

/** Findings of a report: first what must be mended, then what is only remarked. */
export function FindingLists({ report }: { readonly report: Report }) {
  const isFatal = ({ severity }: Report['findings'][number]) => severity === 'fatal';
  return (
    <>
      <FindingList title="mustMend" findings={report.findings.filter(isFatal)} />
      <FindingList title="remarks" findings={report.findings.filter((finding) => !isFatal(finding))} />
    </>
  );
}

interface FindingListProps {
  readonly title: 'mustMend' | 'remarks';
  readonly findings: Report['findings'];
}

function FindingList({ title, findings }: FindingListProps) {
  const say = useWords(checkWords);
  const groups = groupFindings(findings);
  if (groups.length === 0) return null;
  return (
    <section className="supplier-findings">
      <h3 className="kern-title">
        {say(title)} ({groups.length})
      </h3>
      <ol className="plain-list">
        {groups.map((group, index) => (
          <FindingItem key={index} group={group} />
        ))}
      </ol>
    </section>
  );
}

function FindingItem({ group: { finding, lines } }: { readonly group: FindingGroup }) {
  const say = useWords(checkWords);
  const language = useLanguage();
  const isFatal = finding.severity === 'fatal';
  return (
    <li className={`supplier-finding ${isFatal ? 'supplier-finding--fatal' : ''}`}>
      <p className="supplier-finding__what">{finding.sentence}</p>
      <dl>
        <dt>{say('where')}</dt>
        <dd>
          {[...finding.terms.flatMap(({ label }) => (label ? inLanguage(label, language) : [])), useLines(lines)].join(
            '; ',
          )}
        </dd>
        <dt>{say('why')}</dt>
        <dd>{finding.why}</dd>
        <dt>{say('how')}</dt>
        <dd>{finding.advice}</dd>
      </dl>
      <p className="supplier-finding__rule">{say('rule', { rule: `${finding.rule} (${finding.book})` })}</p>
    </li>
  );
}

const MOST_LINES = 10;

function useLines(lines: readonly number[]): string {
  const say = useWords(checkWords);
  if (lines.length === 0) return say('wholeFile');
  const shown = lines.slice(0, MOST_LINES).join(', ');
  const more = lines.length - MOST_LINES;
  return say(lines.length === 1 ? 'line' : 'lines', {
    lines: more > 0 ? say('andMore', { lines: shown, count: more }) : shown,
  });
}
