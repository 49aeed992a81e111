import type { Verdict } from '../domain/validation/examination.js';
import { verdictLabels } from '../domain/validation/report-words.table.js';
import type { Language } from './command.js';

const verdictOrder: readonly Verdict[] = [
  'accepted',
  'acceptedWithRemarks',
  'rejected',
  'notAnEInvoice',
  'couldNotBeChecked',
];

/** How many documents came to which end, as one line without a newline. */
export function closingWords(count: ReadonlyMap<Verdict, number>, language: Language): string {
  const total = [...count.values()].reduce((sum, n) => sum + n, 0);
  const parts = verdictOrder.flatMap((verdict) => {
    const n = count.get(verdict);
    return n === undefined ? [] : [`${n} ${verdictLabels[verdict][language]}`];
  });
  return `${total} ${language === 'de' ? 'geprüft' : 'checked'}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}

/** How far a check is: what is done so far, and the file that was checked last. */
export function progressWords(count: ReadonlyMap<Verdict, number>, file: string, language: Language): string {
  return `${closingWords(count, language)} … ${file.replace(/\p{Cc}/gu, ' ')}`;
}
