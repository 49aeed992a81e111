import type { Say } from '../../words/words.js';
import type { CodingSetting } from './administration-queries.js';
import type { chartWords } from './chart.words.js';
import type { SettingLine } from './waiting-proposal.js';

/** What an order must have, line by line. */
export function codingLines(
  { requiredForOrder, closedYears, budgetCheck }: CodingSetting,
  say: Say<keyof typeof chartWords>,
  renewsSecret = false,
): readonly SettingLine[] {
  const years = [...closedYears].sort((one, other) => one - other).join(', ');
  return [
    { label: say('required'), text: say(requiredForOrder ? 'yes' : 'no') },
    { label: say('closedYears'), text: years === '' ? say('none') : years },
    { label: say('budgetUrl'), text: budgetCheck?.url ?? say('none') },
    { label: say('tokenLine'), text: say(renewsSecret ? 'tokenNew' : budgetCheck?.authorised ? 'yes' : 'no') },
    { label: say('onNo'), text: budgetCheck ? say(budgetCheck.onNo) : '–' },
    { label: say('onUnknown'), text: budgetCheck ? say(budgetCheck.onUnknown) : '–' },
  ];
}
