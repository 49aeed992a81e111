import type { Action } from '../approval/lifecycle.js';

/** Whose chain an event belongs to. */
export type SubjectKind = 'invoice' | 'delivery' | 'person' | 'tenant';

/**
 * The closed list of audit events: what can happen, to whom, and how history tells it. An event that is not in this
 * table cannot be written.
 */
export const auditEvents = {
  'tenant.created': { subject: 'tenant', de: 'Mandant angelegt', en: 'Tenant created' },
  'tenant.departmentAdded': { subject: 'tenant', de: 'Amt angelegt', en: 'Department added' },
  'tenant.leitwegIdAssigned': { subject: 'tenant', de: 'Leitweg-ID zugeordnet', en: 'Leitweg-ID assigned' },
  'tenant.routingRuleAdded': { subject: 'tenant', de: 'Zuordnungsregel angelegt', en: 'Routing rule added' },
  'tenant.routingRuleRetired': {
    subject: 'tenant',
    de: 'Zuordnungsregel außer Kraft gesetzt',
    en: 'Routing rule retired',
  },
  'tenant.channelOpened': { subject: 'tenant', de: 'Eingangskanal eröffnet', en: 'Channel opened' },
  'tenant.apiKeyIssued': { subject: 'tenant', de: 'Schnittstellenschlüssel ausgegeben', en: 'API key issued' },
  'tenant.apiKeyRevoked': { subject: 'tenant', de: 'Schnittstellenschlüssel widerrufen', en: 'API key revoked' },
  'person.created': { subject: 'person', de: 'Person angelegt', en: 'Person created' },
  'person.grantProposed': { subject: 'person', de: 'Befugnis vorgeschlagen', en: 'Grant proposed' },
  'person.grantConfirmed': {
    subject: 'person',
    de: 'Befugnis durch zweite Person bestätigt',
    en: 'Grant confirmed by a second person',
  },
  'person.grantRevoked': { subject: 'person', de: 'Befugnis entzogen', en: 'Grant revoked' },
  'person.firstAdministrator': {
    subject: 'person',
    de: 'Als erste Verwaltung eingesetzt',
    en: 'Appointed as first administrator',
  },
  'person.passwordChanged': { subject: 'person', de: 'Kennwort geändert', en: 'Password changed' },
  'person.signedIn': { subject: 'person', de: 'Angemeldet', en: 'Signed in' },
  'person.signInRefused': { subject: 'person', de: 'Anmeldung abgelehnt', en: 'Sign-in refused' },
  'person.signedOut': { subject: 'person', de: 'Abgemeldet', en: 'Signed out' },
  'delivery.accepted': { subject: 'delivery', de: 'Zustellung angenommen', en: 'Delivery accepted' },
  'invoice.received': { subject: 'invoice', de: 'Eingegangen', en: 'Received' },
  'invoice.rejected': { subject: 'invoice', de: 'Formal zurückgewiesen', en: 'Rejected formally' },
  'invoice.sentToClarification': { subject: 'invoice', de: 'In Klärung gegeben', en: 'Sent to clarification' },
  'invoice.routed': { subject: 'invoice', de: 'Zugeordnet', en: 'Routed' },
  'invoice.moved': { subject: 'invoice', de: 'An anderen Mandanten übergeben', en: 'Moved to another tenant' },
  'invoice.markedDuplicate': { subject: 'invoice', de: 'Als Dublette gekennzeichnet', en: 'Marked as duplicate' },
  'invoice.superseded': { subject: 'invoice', de: 'Durch eine Korrektur ersetzt', en: 'Replaced by a correction' },
  'invoice.forwarded': { subject: 'invoice', de: 'Weitergeleitet', en: 'Forwarded' },
  'invoice.claimed': { subject: 'invoice', de: 'Zur Prüfung übernommen', en: 'Taken on for review' },
  'invoice.released': { subject: 'invoice', de: 'In den Amtskorb zurückgegeben', en: 'Given back to the queue' },
  'invoice.coded': { subject: 'invoice', de: 'Kontiert', en: 'Coded' },
  'invoice.paymentAmended': { subject: 'invoice', de: 'Zahlungsangaben geändert', en: 'Payment instruction changed' },
  'invoice.confirmedFactual': { subject: 'invoice', de: 'Sachlich festgestellt', en: 'Facts confirmed' },
  'invoice.confirmedArithmetical': { subject: 'invoice', de: 'Rechnerisch festgestellt', en: 'Figures confirmed' },
  'invoice.asked': { subject: 'invoice', de: 'Rückfrage gestellt', en: 'Supplier asked' },
  'invoice.answered': { subject: 'invoice', de: 'Antwort aufgenommen', en: 'Answer recorded' },
  'invoice.declined': { subject: 'invoice', de: 'Sachlich abgelehnt', en: 'Declined' },
  'invoice.ordered': { subject: 'invoice', de: 'Angeordnet', en: 'Payment ordered' },
  'invoice.returnedToReview': { subject: 'invoice', de: 'Zur Prüfung zurückgegeben', en: 'Returned to review' },
  'invoice.orderRevoked': { subject: 'invoice', de: 'Anordnung zurückgenommen', en: 'Order revoked' },
  'invoice.claimedForPayment': {
    subject: 'invoice',
    de: 'Vom Finanzverfahren abgeholt',
    en: 'Claimed by the finance system',
  },
  'invoice.handedOver': {
    subject: 'invoice',
    de: 'An das Finanzverfahren übergeben',
    en: 'Handed over to the finance system',
  },
  'invoice.refusedByFinance': {
    subject: 'invoice',
    de: 'Vom Finanzverfahren abgelehnt',
    en: 'Refused by the finance system',
  },
  'invoice.returnedUntaken': {
    subject: 'invoice',
    de: 'Vom Finanzverfahren nicht übernommen',
    en: 'Not taken by the finance system',
  },
  'invoice.recallRequested': { subject: 'invoice', de: 'Rückruf angefordert', en: 'Recall requested' },
  'invoice.recalled': { subject: 'invoice', de: 'Zurückgerufen', en: 'Recalled' },
  'invoice.paid': { subject: 'invoice', de: 'Bezahlt', en: 'Paid' },
  'invoice.paidReduced': { subject: 'invoice', de: 'Gekürzt bezahlt', en: 'Paid in part' },
  'invoice.reopened': { subject: 'invoice', de: 'Wieder aufgenommen', en: 'Reopened' },
  'invoice.disposed': { subject: 'invoice', de: 'Nach Aufbewahrung gelöscht', en: 'Disposed of after retention' },
  'payload.disposed': { subject: 'any', de: 'Inhalt gelöscht', en: 'Payload disposed of' },
} as const satisfies Record<string, { subject: SubjectKind | 'any'; de: string; en: string }>;

export type AuditEventName = keyof typeof auditEvents;

/** Whether a text names an event of the closed list. */
export const isAuditEventName = (name: string): name is AuditEventName => Object.hasOwn(auditEvents, name);

/** Which event each action of the lifecycle leaves; two actions never share one, so that the log can be replayed. */
export const eventOfAction = {
  reject: 'invoice.rejected',
  sendToClarification: 'invoice.sentToClarification',
  route: 'invoice.routed',
  moveToTenant: 'invoice.moved',
  markDuplicate: 'invoice.markedDuplicate',
  supersede: 'invoice.superseded',
  forward: 'invoice.forwarded',
  claim: 'invoice.claimed',
  release: 'invoice.released',
  code: 'invoice.coded',
  amendPayment: 'invoice.paymentAmended',
  confirmFactual: 'invoice.confirmedFactual',
  confirmArithmetical: 'invoice.confirmedArithmetical',
  ask: 'invoice.asked',
  answer: 'invoice.answered',
  decline: 'invoice.declined',
  order: 'invoice.ordered',
  returnToReview: 'invoice.returnedToReview',
  revoke: 'invoice.orderRevoked',
  claimForPayment: 'invoice.claimedForPayment',
  acknowledge: 'invoice.handedOver',
  refuseByFinance: 'invoice.refusedByFinance',
  returnUntaken: 'invoice.returnedUntaken',
  requestRecall: 'invoice.recallRequested',
  recall: 'invoice.recalled',
  markPaid: 'invoice.paid',
  markPaidReduced: 'invoice.paidReduced',
  reopen: 'invoice.reopened',
  dispose: 'invoice.disposed',
} as const satisfies Record<Action, AuditEventName>;
