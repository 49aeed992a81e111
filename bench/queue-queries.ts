import type { DataSource } from 'typeorm';
import { PostgresDocumentStore } from '../src/adapters/postgres/postgres-document-store.js';
import { PostgresLookup } from '../src/adapters/postgres/postgres-lookup.js';
import { PostgresTenantDoor } from '../src/adapters/postgres/postgres-tenant-door.js';
import { SystemClock } from '../src/adapters/system/system-clock.js';
import { sortKeys } from '../src/pipeline/ports/desk-records.js';
import type { KeyedHash } from '../src/pipeline/ports/keyed-hash.js';
import type { TenantDoor } from '../src/pipeline/ports/tenant-door.js';
import { ReadInvoices, type Reader, type WantedList } from '../src/pipeline/read-invoices.js';
import { TrackDelivery } from '../src/pipeline/track-delivery.js';
import type { LargeTown, Sample } from './generated-towns.js';

/** The program's own reading over a generated database, by the pool of the application's role. */
export interface Desk {
  readonly town: LargeTown;
  readonly door: TenantDoor;
  readonly invoices: ReadInvoices;
  readonly tracking: TrackDelivery;
}

export function deskOver(database: DataSource, town: LargeTown, keyedHash: KeyedHash): Desk {
  const [door, clock] = [new PostgresTenantDoor(database), new SystemClock()];
  return {
    ...{ town, door },
    invoices: new ReadInvoices(door, new PostgresDocumentStore(database), clock),
    tracking: new TrackDelivery(new PostgresLookup(database), door, clock, keyedHash),
  };
}

/** Something that people or machines ask again and again; every turn asks about another invoice. */
export interface DeskQuery {
  readonly name: string;
  readonly limitMs: number;
  readonly ask: (desk: Desk, sample: Sample) => Promise<unknown>;
}

const limits = { page: 50, search: 150 } as const;

type Who = 'confirmer' | 'orderer' | 'intake';
const as = ({ town }: Desk, who: Who): Reader => ({ kind: 'person', tenantId: town.tenantId, personId: town[who] });
const machine = ({ town }: Desk): Reader => ({ kind: 'apiKey', tenantId: town.tenantId, id: town.apiKeyId });

/** What a page asks for: one more than it shows. */
const page = { queue: 'department', sort: 'nextLoss', descending: false, after: null, limit: 51 } as const;

const list =
  (who: Who, wanted: (sample: Sample, desk: Desk) => Partial<WantedList>): DeskQuery['ask'] =>
  (desk, sample) =>
    desk.invoices.list(as(desk, who), { ...page, ...wanted(sample, desk) });

const pages: readonly DeskQuery[] = [
  ...sortKeys.flatMap((sort) =>
    [false, true].flatMap((descending): readonly (readonly [string, DeskQuery['ask']])[] => {
      const order = `by ${descending ? '-' : ''}${sort}`;
      return [
        [`own department ${order}`, list('confirmer', () => ({ sort, descending }))],
        [`all departments ${order}`, list('intake', () => ({ sort, descending }))],
        [`everything ${order}`, list('intake', () => ({ queue: 'all', sort, descending }))],
      ];
    }),
  ),
  ...Object.entries<DeskQuery['ask']>({
    'own department, next page': list('confirmer', ({ nextLossOn, id }) => ({ after: { value: nextLossOn, id } })),
    'everything, next page': list('intake', ({ receivedAt, id }) => ({
      ...{ queue: 'all', sort: 'receivedAt', after: { value: receivedAt.toISOString(), id } },
    })),
    'one state': list('confirmer', () => ({ states: ['confirmed'] })),
    'one department of all': list('intake', (_, { town }) => ({ departmentId: town.departmentIds[9] })),
    'small department by dueDate': list('intake', (_, { town }) => ({
      ...{ departmentId: town.departmentIds[11], sort: 'dueDate' },
    })),
    'held by nobody': list('confirmer', () => ({ claimed: 'nobody' })),
    'my own': list('confirmer', () => ({ queue: 'mine' })),
    'to confirm': list('confirmer', () => ({ queue: 'toConfirm' })),
    'to order': list('orderer', () => ({ queue: 'toOrder' })),
    clearing: list('intake', () => ({ queue: 'clearing', sort: 'receivedAt' })),
    'clearing, one reason': list('intake', () => ({ queue: 'clearing', sort: 'receivedAt', reason: 'accountChanged' })),
    'clearing, waits for a second person': list('intake', () => ({ queue: 'clearing', waitsForSecond: true })),
    'paid, newest first': list('intake', () => ({
      ...{ queue: 'all', states: ['paid'], sort: 'stateSince', descending: true },
    })),
    'declined, newest first': list('intake', () => ({
      ...{ queue: 'all', states: ['declined'], sort: 'stateSince', descending: true },
    })),
    'counts of a confirmer': (desk) => desk.invoices.counts(as(desk, 'confirmer')),
    'counts of an orderer': (desk) => desk.invoices.counts(as(desk, 'orderer')),
    'counts of the intake': (desk) => desk.invoices.counts(as(desk, 'intake')),
    'an invoice': (desk, { id }) => desk.invoices.get(as(desk, 'intake'), id),
    'its history': (desk, { id }) => desk.invoices.history(as(desk, 'intake'), id),
    'its report': (desk, { id }) => desk.invoices.report(as(desk, 'intake'), id),
    'its duplicates': (desk, { id }) => desk.invoices.duplicates(as(desk, 'intake'), id),
    'a list for machines': (desk) => desk.invoices.list(machine(desk), { ...page, queue: 'all', sort: 'receivedAt' }),
    'tracking by a supplier': (desk, { trackingToken }) => desk.tracking.track(trackingToken),
    'what is to be handed over': ({ door, town }) =>
      door.inTenant(town.tenantId, ({ handOvers }) => handOvers.lockApproved(50)),
  }),
].map(([name, ask]) => ({ name, ask, limitMs: limits.page }));

const everything = { queue: 'all', sort: 'receivedAt', descending: true } as const;
const search = (what: (sample: Sample) => string): DeskQuery['ask'] =>
  list('intake', (sample) => ({ ...everything, search: what(sample) }));

const searches: readonly DeskQuery[] = Object.entries<DeskQuery['ask']>({
  'a number': search(({ number }) => number),
  'a part of a number': search(({ number }) => number.slice(-5)),
  'a number with blanks': search(({ number }) => number.replace(/\W/g, ' ')),
  'a seller': search(({ sellerName }) => sellerName),
  'a seller without umlauts': search(({ sellerName }) => sellerName.normalize('NFD').replace(/\p{M}/gu, '')),
  'a part of a name': search(() => 'druck'),
  'a word of all sellers': search(() => 'gmbh'),
  'an order reference': search(({ orderReference }) => orderReference ?? 'B-1'),
  'a word of the text': search(() => 'Schließanlage'),
  'a part of a word of the text': search(() => 'papier toner'),
  'words of several kinds': search(({ sellerName }) => `${sellerName.split(' ')[0] ?? ''} vereinbarung`),
  'with a transcribed umlaut': search(() => 'mueller gartenbau'),
  'an amount': search(({ grossCents }) => `${grossCents.slice(0, -2)},${grossCents.slice(-2)}`),
  'what is not there': search(() => 'quastenflosser'),
  'two letters': search(() => 'ga'),
  'in my department, a seller': list('confirmer', ({ sellerName }) => ({ search: sellerName })),
  'in my department, a word of all sellers': list('confirmer', () => ({ search: 'gmbh' })),
  'in my department, a word of the text': list('confirmer', () => ({ search: 'winterdienst' })),
  'in clearing, a seller': list('intake', ({ sellerName }) => ({ queue: 'clearing', search: sellerName })),
}).map(([name, ask]) => ({ name: `search: ${name}`, ask, limitMs: limits.search }));

export const deskQueries: readonly DeskQuery[] = [...pages, ...searches];
