import { formatAmount } from '../../format/decimals.js';
import type { Language } from '../../words/language.js';
import type { Say } from '../../words/words.js';
import type { ApprovalSetting } from './administration-queries.js';
import type { approvalWords } from './approval.words.js';
import type { SettingLine } from './waiting-proposal.js';

/** What the town asks for in approval, line by line. */
export function approvalLines(
  { steps, declineByTwoAbove, twoConfirmers, orderException }: ApprovalSetting,
  say: Say<keyof typeof approvalWords>,
  language: Language,
): readonly SettingLine[] {
  const euros = (amount: string) => formatAmount(amount, 'EUR', language);
  const told = steps.map(({ upTo, orders }) => {
    const count = say(orders === 1 ? 'oneOrder' : 'manyOrders', { orders });
    if (upTo !== null) return say('stepUpTo', { amount: euros(upTo), count });
    return steps.length === 1 ? say('stepAny', { count }) : say('stepAbove', { count });
  });
  return [
    { label: say('steps'), text: told.join('; ') },
    { label: say('declineLine'), text: declineByTwoAbove === null ? say('never') : euros(declineByTwoAbove) },
    { label: say('twoConfirmersLine'), text: say(twoConfirmers ? 'yes' : 'no') },
    { label: say('exceptionLine'), text: say(orderException ? 'yes' : 'no') },
  ];
}
