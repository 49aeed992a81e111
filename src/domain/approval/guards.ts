import { isNotPayee, isOutsideKasse, isWithinLimit, hasGrant, machineMay } from './guards/authority.guards.js';
import type { Guard } from './guards/case.js';
import {
  changesTheHolder,
  claimsOnce,
  holdsClaim,
  passesToWhoCanGoOn,
  releasesOwnClaim,
} from './guards/claim.guards.js';
import { answersTheQuestion, confirmsOthersCapture, routesWhatIsClear } from './guards/clearing.guards.js';
import { ordersAsException } from './guards/exception.guards.js';
import { bringsCapture, hasReason, namesDepartment, namesOtherInvoice } from './guards/form.guards.js';
import {
  confirmsOthersPayment,
  paysOthersDecisions,
  recallsOnRequest,
  reportsWhatIsReduced,
} from './guards/payment.guards.js';
import {
  confirmsBeforeOrders,
  confirmsOnce,
  ordersOnce,
  ordersOthersConfirmations,
  ordersWhatIsComplete,
  secondsOthers,
  twoConfirm,
} from './guards/signature.guards.js';
import { waitsForTheProgram } from './guards/state.guards.js';

/** What holds for the case itself, in the order in which people would ask. */
export const CASE_GUARDS: readonly Guard[] = [
  machineMay,
  hasGrant,
  waitsForTheProgram,
  isOutsideKasse,
  isNotPayee,
  holdsClaim,
  claimsOnce,
  changesTheHolder,
  releasesOwnClaim,
  confirmsOnce,
  ordersOthersConfirmations,
  confirmsBeforeOrders,
  ordersOnce,
  ordersAsException,
  twoConfirm,
  paysOthersDecisions,
  reportsWhatIsReduced,
  recallsOnRequest,
  secondsOthers,
  answersTheQuestion,
  routesWhatIsClear,
  confirmsOthersCapture,
  confirmsOthersPayment,
  isWithinLimit,
  ordersWhatIsComplete,
];

/** What the request itself must bring: not asked when actions are only offered. */
export const FORM_GUARDS: readonly Guard[] = [
  hasReason,
  namesDepartment,
  namesOtherInvoice,
  bringsCapture,
  passesToWhoCanGoOn,
];
