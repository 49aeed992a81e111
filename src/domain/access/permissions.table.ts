import {
  ADMINISTRATORS,
  CHART_READERS,
  CONFIGURATION_READERS,
  CONNECTION_READERS,
  DECIDERS,
  DELIVERERS,
  HOLD_SETTERS,
  INVOICE_READERS,
  RECORD_KEEPERS,
  RECORD_READERS,
  rolesFor,
} from './role-groups.js';
import type { Role } from '../approval/roles.js';
import type { Scope } from './scopes.js';

/** What opens a door that asks for no sign-in: nothing at all, a tenant's open counter, or a link that holds a secret. */
export type OpenDoor = 'nothing' | 'counter' | 'trackingLink' | 'notificationLink' | 'queryLink';

/** Who may call an operation. Which invoices, departments and amounts somebody reaches is decided behind it. */
export type Access =
  | { readonly kind: 'open'; readonly by: OpenDoor }
  | {
      readonly kind: 'known';
      /** People need one of these today; `everyPerson`: being signed in is enough; none: programs only. */
      readonly roles: readonly Role[] | 'everyPerson';
      /** An API key needs one of these; none: people only. */
      readonly scopes: readonly Scope[];
      /** Also while the one-time password has not been changed yet. */
      readonly beforePasswordChange: boolean;
      /** Also while the second factor has not been proved or set up yet. */
      readonly beforeSecondFactor: boolean;
    };

const open = (by: OpenDoor): Access => ({ kind: 'open', by });

const known = (
  roles: readonly Role[] | 'everyPerson',
  ...scopes: readonly Scope[]
): Extract<Access, { readonly kind: 'known' }> => ({
  ...{ kind: 'known', roles, scopes },
  beforePasswordChange: false,
  beforeSecondFactor: false,
});

const everyPerson = known('everyPerson');
const beforePasswordChange: Access = { ...everyPerson, beforePasswordChange: true };
const beforeSecondFactor: Access = { ...everyPerson, beforeSecondFactor: true };
const beforeBoth: Access = { ...beforePasswordChange, beforeSecondFactor: true };
const administrators = known(ADMINISTRATORS);
const configurationReaders = known(CONFIGURATION_READERS);
const connectionReaders = known(CONNECTION_READERS);
const invoiceReaders = known(INVOICE_READERS);
const handOver = known([], 'handOver');

/**
 * Who may call what: one row per operation of the contract. The guard at the door admits by it, the contract prints it,
 * and a test walks it. An operation without a row is open to nobody.
 */
export const OPERATIONS: Readonly<Record<string, Access>> = {
  'Health.live': open('nothing'),
  'Health.ready': open('nothing'),
  'Metrics.read': open('nothing'),
  'Rules.list': open('nothing'),
  'Terms.terms': open('nothing'),
  'Terms.codes': open('nothing'),

  'Session.begin': open('nothing'),
  'Session.look': open('nothing'),
  'Session.find': beforeBoth,
  'Session.end': beforeBoth,
  'Session.changePassword': beforePasswordChange,
  'SecondFactor.give': beforeBoth,
  'SecondFactor.look': beforeSecondFactor,
  'SecondFactor.enrol': beforeSecondFactor,
  'SecondFactor.confirm': beforeSecondFactor,
  'SecondFactor.renewCodes': everyPerson,
  'OwnSessions.list': everyPerson,
  'OwnSessions.end': everyPerson,
  'OwnSessions.endOthers': everyPerson,

  'Counter.look': open('counter'),
  'Counter.text': open('counter'),
  'CounterDeliveries.deliver': open('counter'),
  'CounterChecks.check': open('counter'),
  'Tracking.track': open('trackingLink'),
  'Tracking.report': open('trackingLink'),
  'Tracking.reportPage': open('trackingLink'),
  'Tracking.notify': open('trackingLink'),
  'Notifications.confirm': open('notificationLink'),
  'Notifications.end': open('notificationLink'),
  'Queries.look': open('queryLink'),
  'Queries.answer': open('queryLink'),

  'Deliveries.deliver': known(DELIVERERS, 'deliver'),

  'Invoices.list': known(INVOICE_READERS, 'read'),
  'Invoices.counts': invoiceReaders,
  'Invoices.duplicates': known(INVOICE_READERS, 'read'),
  'Invoices.accounts': invoiceReaders,
  'Invoices.get': known(INVOICE_READERS, 'read', 'handOver'),
  'InvoiceParts.original': known(INVOICE_READERS, 'read', 'handOver'),
  'InvoiceParts.fileList': known(INVOICE_READERS, 'read', 'handOver'),
  'InvoiceParts.file': known(INVOICE_READERS, 'read', 'handOver'),
  'InvoiceParts.source': known(INVOICE_READERS, 'read', 'handOver'),
  'InvoiceParts.model': known(INVOICE_READERS, 'read', 'handOver'),
  'InvoiceParts.report': known(INVOICE_READERS, 'read', 'handOver'),
  'InvoiceParts.reportPage': known(INVOICE_READERS, 'read', 'handOver'),
  'InvoiceParts.history': known(INVOICE_READERS, 'read', 'handOver'),
  'LaterPapers.list': known(INVOICE_READERS, 'read', 'handOver'),
  'LaterPapers.file': known(INVOICE_READERS, 'read', 'handOver'),
  'InvoiceQueries.list': invoiceReaders,
  'InvoiceQueries.file': invoiceReaders,

  'Decisions.decide': known(DECIDERS),
  'BulkDecisions.decide': known(DECIDERS),
  'Coding.get': invoiceReaders,
  'Coding.code': known(rolesFor('code')),
  'Coding.checkBudget': known(rolesFor('code', 'order')),
  'Payment.get': invoiceReaders,
  'Payment.amend': known(rolesFor('amendPayment')),
  'Payment.confirm': known(rolesFor('confirmPayment')),
  'Chart.chart': known(CHART_READERS),
  'Chart.preview': administrators,
  'Chart.import': administrators,

  'HandOvers.claim': handOver,
  'HandOvers.list': handOver,
  'HandOvers.recalls': handOver,
  'HandOvers.acknowledge': handOver,
  'HandOvers.refuse': handOver,
  'HandOvers.pay': handOver,
  'HandOvers.recall': handOver,

  'Exceptions.list': configurationReaders,

  'Holds.list': known(RECORD_READERS),
  'Holds.set': known(HOLD_SETTERS),
  'Holds.lift': known(HOLD_SETTERS),
  'Disposals.preview': known(RECORD_READERS),
  'Disposals.list': known(RECORD_READERS),
  'Disposals.propose': known(RECORD_KEEPERS),
  'Disposals.confirm': known(RECORD_KEEPERS),
  'Disposals.withdraw': known(RECORD_KEEPERS),
  'Disposals.protocol': known(RECORD_READERS),

  'Documentation.list': known(RECORD_READERS),
  'Documentation.issue': administrators,
  'Documentation.draft': known(RECORD_READERS),
  'Documentation.page': known(RECORD_READERS),
  'Documentation.text': known(RECORD_READERS),
  'SubjectAnswers.answer': known(HOLD_SETTERS),

  'Deputies.colleagues': everyPerson,
  'Deputies.standIns': everyPerson,
  'Deputies.absences': everyPerson,
  'Deputies.enter': everyPerson,
  'Deputies.withdraw': everyPerson,
  'Deputies.list': everyPerson,
  'Deputies.propose': everyPerson,
  'Deputies.confirm': administrators,
  'Deputies.end': everyPerson,
  'Reminders.find': everyPerson,
  'Reminders.change': everyPerson,
  'Reminders.unreached': configurationReaders,

  // Their names stand everywhere.
  'Town.departments': everyPerson,
  'Town.addDepartment': administrators,
  'Town.renameDepartment': administrators,
  'Town.closeDepartment': administrators,
  'Town.leitwegIds': configurationReaders,
  'Town.assignLeitwegId': administrators,
  'Town.withdrawLeitwegId': administrators,
  'Town.channels': connectionReaders,
  // The clearing desk proposes rules by them.
  'RoutingRules.fields': known([...INVOICE_READERS, 'tenantAdmin']),
  'RoutingRules.routingRules': configurationReaders,
  'RoutingRules.saveRoutingRules': administrators,
  'RoutingRules.simulate': configurationReaders,
  'DryRuns.run': configurationReaders,
  'RoutingRules.versions': configurationReaders,
  'Mailboxes.list': connectionReaders,
  'Mailboxes.open': administrators,
  'Mailboxes.change': administrators,
  'Mailboxes.close': administrators,
  'Mailboxes.look': administrators,

  'Settings.counter': configurationReaders,
  'Settings.setCounter': administrators,
  'Settings.texts': configurationReaders,
  'Settings.setTexts': administrators,
  'Settings.coding': configurationReaders,
  'Settings.approval': configurationReaders,
  'Settings.signIn': configurationReaders,
  'Settings.retention': configurationReaders,
  'Settings.place': configurationReaders,
  'Settings.setPlace': administrators,
  'Settings.reminders': configurationReaders,
  'Settings.setReminders': administrators,
  'SettingProposals.proposeApproval': administrators,
  'SettingProposals.proposeSignIn': administrators,
  'SettingProposals.proposeCoding': administrators,
  'SettingProposals.proposeRetention': administrators,
  'SettingProposals.confirm': administrators,
  'SettingProposals.withdraw': administrators,

  'People.people': configurationReaders,
  'People.addPerson': administrators,
  'People.noteDeparture': administrators,
  'People.askForPassword': administrators,
  'People.confirmPassword': administrators,
  'People.resetSecondFactor': administrators,
  'People.unlock': administrators,
  'People.grants': configurationReaders,
  'People.proposeGrant': administrators,
  'People.confirmGrant': administrators,
  'People.revokeGrant': administrators,
  'Rights.onDay': configurationReaders,
  'ApiKeys.list': connectionReaders,
  'ApiKeys.issue': administrators,
  'ApiKeys.revoke': administrators,
};

/** Who may call the operation; null: nobody, because nobody has said so. */
export const accessTo = (operationId: string): Access | null =>
  Object.hasOwn(OPERATIONS, operationId) ? (OPERATIONS[operationId] ?? null) : null;
