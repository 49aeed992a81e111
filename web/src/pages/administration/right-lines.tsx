import { formatDate } from '../../format/dates.js';
import { formatAmount } from '../../format/decimals.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import type { Rights } from './administration-queries.js';
import { useDepartmentName } from './department-names.js';
import { grantWords } from './grants.words.js';
import { rightsWords } from './rights.words.js';

type Right = Rights['people'][number]['own'][number];

interface RightLinesProps {
  readonly label: string;
  readonly rights: readonly Right[];
  /** Names of roles. */
  readonly labels: ReadonlyMap<string, string>;
}

/** What somebody could do: role, where, up to how much, from when to when. */
export function RightLines({ label, rights, labels }: RightLinesProps) {
  const inWords = useRightInWords();
  return (
    <ul className="admin-grants" aria-label={label}>
      {rights.map((right, index) => (
        <li key={index}>
          <span className="kern-body">
            <strong>{labels.get(right.role) ?? right.role}</strong> {inWords(right)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function useRightInWords(): (right: Right) => string {
  const say = useWords(rightsWords);
  const sayGrant = useWords(grantWords);
  const language = useLanguage();
  const departmentName = useDepartmentName();
  return ({ departmentId, limitEuro, validFrom, validTo, confirmedOn, endedOn }) => {
    const dated = (day: string) => formatDate(day, language);
    const from = dated(validFrom ?? confirmedOn ?? '');
    const isLate = validFrom !== null && confirmedOn !== null && confirmedOn > validFrom;
    return [
      departmentName(departmentId),
      ...(limitEuro === null ? [] : [sayGrant('upTo', { amount: formatAmount(limitEuro, 'EUR', language) })]),
      validTo === null ? sayGrant('validFrom', { from }) : sayGrant('validBetween', { from, to: dated(validTo) }),
      ...(isLate ? [say('confirmedOn', { day: dated(confirmedOn) })] : []),
      ...(endedOn === null ? [] : [say('endedOn', { day: dated(endedOn) })]),
    ].join(' · ');
  };
}
