import type { Action } from '../domain/approval/lifecycle.js';

/**
 * What people can do with an invoice today. The lifecycle knows more: an action joins this list together with what
 * stands behind it (moving to a tenant with its delivery, disposal with its protocol).
 */
export const deskActions = [
  'claim',
  'takeOver',
  'passOn',
  'release',
  'forward',
  'route',
  'reject',
  'sendToClarification',
  'markDuplicate',
  'supersede',
  'dismiss',
  'dismissSuspicion',
  'releaseAccount',
  'capture',
  'confirmCapture',
  'recheck',
  'confirmFactual',
  'confirmArithmetical',
  'order',
  'orderAsException',
  'ask',
  'answer',
  'decline',
  'returnToReview',
  'revoke',
  'returnUntaken',
  'requestRecall',
  'recall',
  'markPaid',
  'markPaidReduced',
  'reopen',
] as const satisfies readonly Action[];

export type DeskAction = (typeof deskActions)[number];

export const isDeskAction = (action: Action): action is DeskAction => deskActions.some((one) => one === action);
