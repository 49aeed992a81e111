import { useSession } from '../../api/session.js';
import { Notice } from '../../components/notice.js';
import { formatInstant } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { inLanguage, useWords } from '../../words/words.js';
import { changesBetween } from './changes.js';
import { decisionWords } from './decision.words.js';
import type { Invoice } from './invoice-queries.js';

interface ConflictNoticeProps {
  /** As it was read when the decision was begun. */
  readonly seen: Invoice;
  readonly now: Invoice;
  /** Whether the decision is still on offer, and why not otherwise. */
  readonly allowed: boolean;
  readonly refusal: string | null;
}

/** What others have decided between the two looks; null where nothing has changed. */
export function useChanges(seen: Invoice, now: Invoice) {
  return changesBetween(seen, now, useSession()?.personId);
}

/** "Somebody decided while you were reading": who, what, and what can be done now. */
export function ConflictNotice({ seen, now, allowed, refusal }: ConflictNoticeProps) {
  const say = useWords(decisionWords);
  const changes = useChanges(seen, now);
  return (
    <Notice kind="warning" title={say('changedTitle')} urgent>
      <ChangeList changes={changes} now={now} />
      <p className="kern-body">{say('nothingLost')}</p>
      <p className="kern-body">{allowed ? say('stillAllowed') : refusal}</p>
    </Notice>
  );
}

interface ChangeListProps {
  readonly changes: ReturnType<typeof useChanges>;
  readonly now: Invoice;
}

export function ChangeList({ changes, now }: ChangeListProps) {
  const say = useWords(decisionWords);
  const language = useLanguage();
  const { state, department, holder } = changes ?? { state: null, department: null, holder: null };
  const lines = [
    ...(changes?.decisions ?? []).map((decision) => decisionLine(decision)),
    state && say('changedState', { from: inLanguage(state.from, language), to: inLanguage(state.to, language) }),
    department && say('changedDepartment', { from: department.from ?? say('none'), to: department.to ?? say('none') }),
    holder && say('changedHolder', { from: holder.from ?? say('nobody'), to: holder.to ?? say('nobody') }),
  ].filter((line) => line !== null);
  if (lines.length === 0) return <p className="kern-body">{say('changedElse')}</p>;
  return (
    <ul className="change-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );

  function decisionLine({ personId, action, decidedAt, reason }: Invoice['decisions'][number]): string {
    const label = (now.offers ?? []).find((offer) => offer.action === action)?.label;
    const sentence = say('changedWho', {
      who: now.names[personId] ?? say('somebody'),
      action: label ? inLanguage(label, language) : action,
      when: formatInstant(decidedAt, language),
    });
    return reason === null ? sentence : `${sentence}. ${say('changedReason', { reason })}`;
  }
}
