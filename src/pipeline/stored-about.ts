import { STATES } from '../domain/approval/lifecycle.js';
import { ROLES } from '../domain/approval/roles.js';
import type { StoredItem, SubjectFacts } from '../domain/documentation/subject-answer.js';
import { RETENTION_CLASSES, retentionOfPerson, type Retention } from '../domain/retention/retention.js';
import type { PersonRecord } from './ports/people-records.js';
import type { SubjectInvoice, SupplierSubject } from './ports/subject-records.js';
import type { TenantRecords } from './ports/tenant-door.js';
import { retentionIn, retentionPolicy } from './retention-of-invoice.js';
import { townDay } from './town-day.js';

type Stored = Pick<SubjectFacts, 'items' | 'recipients' | 'isCut'>;

/** How many entries of one sort an answer tells. */
const most = 1000;

const AS = { seller: 'als Rechnungssteller', contact: 'als Ansprechperson', sender: 'als Absender' } as const;

/** What is stored about a supplier's contact; of an invoice only what does not tell of others. */
export async function storedAboutSupplier(tenant: TenantRecords, subject: SupplierSubject): Promise<Stored> {
  const policy = await retentionPolicy(tenant);
  const invoices = await tenant.subjects.invoicesOf(subject, most);
  const isMail = subject.by === 'mail';
  const deliveries = isMail ? await tenant.subjects.deliveriesFrom(subject.value, most) : [];
  const subscriptions = isMail ? await tenant.subjects.subscriptionsOf(subject.value, most) : [];
  const items: StoredItem[] = [];
  for (const invoice of invoices)
    items.push(invoiceItem(invoice, keptUntil(await retentionIn(tenant, invoice, policy))));
  const withInvoices = 'mit den Rechnungen, die damit kamen';
  return {
    items: [
      ...items,
      ...deliveries.map(({ number, receivedAt }) => ({
        ...{ what: 'Zustellung von dieser Adresse', value: `${number} vom ${townDay(receivedAt)}` },
        ...{ source: 'von Ihnen gesandt', kept: withInvoices },
      })),
      ...subscriptions.map(({ askedAt, endedAt }) => ({
        what: 'Adresse für Benachrichtigungen',
        value: `bestellt am ${townDay(askedAt)}${endedAt === null ? '' : `, beendet am ${townDay(endedAt)}`}`,
        ...{ source: 'am Lieferantenschalter angegeben', kept: withInvoices },
      })),
    ],
    recipients: invoices.some(({ handedOver }) => handedOver)
      ? ['Finanzverfahren der Behörde (angeordnete Rechnungen)']
      : [],
    isCut: [invoices, deliveries, subscriptions].some(({ length }) => length >= most),
  };
}

const invoiceItem = ({ number, receivedAt, state, as }: SubjectInvoice, kept: string): StoredItem => ({
  what: `Rechnung ${AS[as]}`,
  value: `${number ?? 'ohne Nummer'}, eingegangen am ${townDay(receivedAt)}, ${STATES[state].label.de}`,
  ...{ source: 'aus der Rechnung oder ihrer Zustellung', kept },
});

const keptUntil = ({ class: name, lastDay }: Retention): string =>
  `${RETENTION_CLASSES[name].label.de}, ${lastDay === null ? 'Frist beginnt mit der Feststellung des Jahresabschlusses' : `bis ${lastDay}`}`;

/** What is stored about somebody who works or worked here. Colleagues are not named. */
export async function storedAboutStaff(tenant: TenantRecords, person: PersonRecord): Promise<Stored> {
  const kept =
    person.leftAt === null
      ? 'solange Sie hier arbeiten, danach die Frist für Ausgeschiedene'
      : keptUntil(retentionOfPerson(townDay(person.leftAt), await retentionPolicy(tenant)));
  const rows = [...ownRows(person), ...(await rowsElsewhere(tenant, person.id))];
  return {
    items: rows.map(([what, value, source = 'von der Verwaltung eingetragen']) => ({ what, value, source, kept })),
    ...{ recipients: [], isCut: false },
  };
}

type Row = readonly [what: string, value: string, source?: string];

const ownRows = (person: PersonRecord): readonly Row[] => [
  ['Name', person.displayName],
  ['Anmeldename', person.login],
  ['Kennwort', 'nur als Hash, nicht lesbar', 'von Ihnen gewählt oder als Einmalkennwort ausgegeben'],
  ['Angelegt am', townDay(person.createdAt)],
  ...(person.leftAt === null ? [] : [['Ausgeschieden am', townDay(person.leftAt)] as const]),
];

async function rowsElsewhere(tenant: TenantRecords, id: string): Promise<readonly Row[]> {
  const mine = <T extends { readonly personId: string }>(all: readonly T[]): readonly T[] =>
    all.filter(({ personId }) => personId === id);
  const counts = await tenant.subjects.countsOf(id);
  const deputyships = (await tenant.deputies.everyDeputyship()).filter(
    ({ principalId, deputyId }) => principalId === id || deputyId === id,
  );
  return [
    ...mine(await tenant.people.grants()).map(({ role, validFrom, validTo }): Row => [
      'Befugnis',
      `${ROLES[role].de}, ab ${validFrom}${validTo === null ? '' : ` bis ${validTo}`}`,
    ]),
    ...deputyships.map(({ principalId, validFrom }): Row => [
      'Vertretung',
      `${principalId === id ? 'wird vertreten' : 'vertritt'}, ab ${validFrom}`,
    ]),
    ...(await tenant.deputies.absencesOf(id)).map(({ firstDay, lastDay }): Row => [
      'Abwesenheit (nur Tage)',
      `${firstDay} bis ${lastDay}`,
      'von Ihnen oder der Verwaltung eingetragen',
    ]),
    ...(await tenant.sessions.ofPerson(id)).map(({ device, address, lastSeenAt }): Row => [
      'Anmeldung',
      `${device} ${address}, zuletzt ${townDay(lastSeenAt)}`,
      'bei der Anmeldung',
    ]),
    ...mine(await tenant.reminders.choices()).map(({ address }): Row => [
      'Adresse für Erinnerungen',
      address ?? 'keine',
      'von Ihnen angegeben',
    ]),
    [
      'Zweiter Faktor',
      (await tenant.secondFactors.find(id)) === null ? 'keiner' : 'gespeichert, verschlüsselt',
      'von Ihnen eingerichtet',
    ],
    ['Eigene Bankkonten', `${String((await tenant.people.accountHashes(id)).length)}, nur als Hash`],
    ['Entscheidungen zu Rechnungen', String(counts.decisions), 'bei der Arbeit entstanden'],
    ['Einträge des eigenen Protokolls', String(counts.events), 'bei der Arbeit entstanden'],
  ];
}
