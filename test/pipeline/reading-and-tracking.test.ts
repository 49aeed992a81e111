import { value } from '../../demo/set-up-town.js';
import type { Outcome } from '../../src/pipeline/outcome.js';
import { limitsFor, trackingLifetimeDays } from '../../src/pipeline/limits.js';
import { ReadInvoices, type Reader } from '../../src/pipeline/read-invoices.js';
import { TrackDelivery } from '../../src/pipeline/track-delivery.js';
import type { SentPart } from '../../src/pipeline/accept-delivery.js';
import { DocumentOpener, type Opened } from '../../src/pipeline/ports/document-opener.js';
import { DocumentStore } from '../../src/pipeline/ports/document-store.js';
import { ReadFiles } from '../../src/pipeline/read-files.js';
import { PlainKeyedHash } from '../support/memory-ports.js';
import { mailWith } from './answer-room.js';
import { aDocument, aFile, anInvoice, examined, openTownHall, type TownHall } from './town-hall.js';

let hall: TownHall;
const ids = new Map<string, string>();
beforeAll(async () => {
  hall = await openTownHall();
  for (const [name, invoice] of [
    ['Hauptamt', anInvoice('H-1')],
    ['Schule', anInvoice('S-1', { buyerReference: '07999001-SCHULE-40' })],
    ['Klärung', anInvoice('K-1', { buyerReference: undefined })],
  ] as const) {
    ids.set(name, await hall.process(name, examined(aDocument(invoice))));
    hall.clock.move(1000);
  }
});
afterAll(() => hall.close());
const codeOf = (outcome: Outcome<unknown>): string => (outcome.kind === 'done' ? 'done' : outcome.refusal.code);
const id = (name: string): string => ids.get(name) ?? '';
const as = (login: string): Reader => ({ kind: 'person', tenantId: hall.tenantId, personId: hall.personId(login) });
const everything = { queue: 'all', sort: 'receivedAt', descending: false, after: null, limit: 50 } as const;

/** A store that has lost everything. */
class Nothing extends DocumentStore {
  keep = () => Promise.resolve();
  remove = () => Promise.resolve();
  read = () => Promise.resolve(null);
}

const namesSeenBy = async (reader: Reader, more: object = {}): Promise<readonly string[]> => {
  const { items } = await hall.readInvoices.list(reader, { ...everything, ...more });
  return items.map((invoice) => [...ids].find(([, one]) => one === invoice.id)?.[0] ?? '?');
};

describe('who reads', () => {
  it.each<[string, readonly string[]]>([
    ['hanna', ['Hauptamt']],
    ['simon', ['Schule']],
    ['amtsleitung', ['Hauptamt', 'Schule']],
    ['eingang', ['Hauptamt', 'Schule', 'Klärung']],
    ['pruefung', ['Hauptamt', 'Schule', 'Klärung']],
    ['kasse', ['Hauptamt', 'Schule', 'Klärung']],
    ['buergermeister', ['Hauptamt', 'Schule', 'Klärung']],
    ['tilda', []],
    ['admin', []],
  ])('%s sees %j, in lists and one by one', async (login, seen) => {
    expect(await namesSeenBy(as(login))).toEqual(seen);
    for (const name of ids.keys()) {
      const expected = seen.includes(name) ? 'done' : 'notFound';
      const { readInvoices } = hall;
      const answers = [
        await readInvoices.get(as(login), id(name)),
        await readInvoices.model(as(login), id(name)),
        await readInvoices.report(as(login), id(name)),
        await readInvoices.history(as(login), id(name)),
        await readInvoices.original(as(login), id(name)),
      ];
      expect(answers.map(codeOf)).toEqual(answers.map(() => expected));
    }
  });

  it('may ask for one department, one state, and go on behind a place', async () => {
    const school = hall.town.departmentIds.get('SCHULE') ?? '';
    expect(await namesSeenBy(hall.reader)).toEqual(['Hauptamt', 'Schule', 'Klärung']);
    expect(await namesSeenBy(hall.reader, { departmentId: school })).toEqual(['Schule']);
    expect(await namesSeenBy(as('simon'), { departmentId: school })).toEqual(['Schule']);
    expect(await namesSeenBy(as('hanna'), { departmentId: school })).toEqual([]);
    expect(await namesSeenBy(hall.reader, { states: ['clarification'] })).toEqual(['Klärung']);
    const { receivedAt } = await hall.invoiceOf(id('Hauptamt'));
    expect(
      await namesSeenBy(hall.reader, { after: { value: receivedAt.toISOString(), id: id('Hauptamt') }, limit: 1 }),
    ).toEqual(['Schule']);
  });

  it('gets the original as it came, and is told where it cannot be found', async () => {
    const original = value(await hall.readInvoices.original(hall.reader, id('Schule')));
    expect(Buffer.from(original.bytes)).toEqual(aFile('Schule').bytes);
    const blind = new ReadInvoices(hall.door, new Nothing(), hall.clock);
    expect(codeOf(await blind.original(hall.reader, id('Schule')))).toBe('notFound');
  });
});

/** Opens whatever it is given, or fails as the test says. */
class GuidedOpener extends DocumentOpener {
  constructor(private readonly failing: 'broke' | 'unavailable' | null = null) {
    super();
  }

  contained = () =>
    this.answer([{ name: 'lage.png', mediaType: 'image/png', sizeBytes: 9, head: new Uint8Array([0xff, 0xd8, 0xff]) }]);
  containedBytes = (_document: object, index: number) => this.answer(index === 0 ? Buffer.from('Lageplan') : null);
  source = () => this.answer({ lines: ['<a/>'], truncated: false });

  private answer<T>(value: T): Promise<Opened<T>> {
    return Promise.resolve(this.failing === null ? { kind: 'opened', value } : { kind: this.failing });
  }
}

describe('the files of an invoice', () => {
  const filesBy = (opener = new GuidedOpener(), documents: DocumentStore = hall.documents) =>
    new ReadFiles(hall.readInvoices, documents, opener);
  const attachments = ['lage.png', 'fehlt.pdf'].map((name) => ({
    name,
    mediaType: 'image/png',
    sizeBytes: 9,
    base64At: null,
  }));
  const original = { id: 'original', kind: 'original', fileName: 'Anlagen.xml', mediaType: 'application/xml' };
  let invoice: string;
  beforeAll(async () => {
    invoice = await hall.process('Anlagen', examined(aDocument(anInvoice('A-1'), { attachments })));
  });

  it('are the original and what lies in it, by its bytes and not by its name', async () => {
    const files = filesBy();
    expect(value(await files.list(hall.reader, invoice))).toMatchObject([
      original,
      { id: 'embedded-0', kind: 'embedded', fileName: 'lage.png', sizeBytes: 9, viewable: 'image' },
    ]);
    expect(value(await files.file(hall.reader, invoice, 'embedded-0'))).toMatchObject({
      type: 'text/plain; charset=utf-8',
    });
    expect(value(await files.source(hall.reader, invoice))).toMatchObject({ fileName: 'Anlagen.xml', lines: ['<a/>'] });
    // The report names a second one, and nobody finds it.
    expect(codeOf(await files.file(hall.reader, invoice, 'embedded-1'))).toBe('notFound');
  });

  it.each([
    ['broke', 'cannotBeOpened'],
    ['unavailable', 'openerBusy'],
  ] as const)('are listed as the report names them where opening %s, and who opens one is told', async (how, code) => {
    const files = filesBy(new GuidedOpener(how));
    const named = { kind: 'embedded', sizeBytes: null, viewable: null };
    expect(value(await files.list(hall.reader, invoice))).toMatchObject([
      original,
      { ...named, id: 'embedded-0', fileName: 'lage.png' },
      { ...named, id: 'embedded-1', fileName: 'fehlt.pdf' },
    ]);
    expect(codeOf(await files.file(hall.reader, invoice, 'embedded-0'))).toBe(code);
    expect(codeOf(await files.source(hall.reader, invoice))).toBe(code);
  });

  it('are the original alone as long as nobody has judged it', async () => {
    const waiting = await hall.receive('ungelesen');
    const files = filesBy();
    expect(value(await files.list(hall.reader, waiting))).toMatchObject([
      { id: 'original', fileName: 'ungelesen.xml' },
    ]);
    expect(codeOf(await files.source(hall.reader, waiting))).toBe('notFound');
    expect(codeOf(await files.file(hall.reader, waiting, 'embedded-0'))).toBe('notFound');
    expect(value(await files.file(hall.reader, waiting, 'original')).bytes).toEqual(aFile('ungelesen').bytes);
  });

  it('say that they are gone where the store has lost them', async () => {
    const files = filesBy(new GuidedOpener(), new Nothing());
    expect(value(await files.list(hall.reader, invoice))).toMatchObject([{ ...original, viewable: null }]);
    for (const file of ['original', 'embedded-0'])
      expect(codeOf(await files.file(hall.reader, invoice, file))).toBe('notFound');
  });

  it('are none for who may not see the invoice', async () => {
    const [files, simon] = [filesBy(), as('simon')];
    const answers = [
      await files.list(simon, invoice),
      await files.file(simon, invoice, 'original'),
      await files.file(simon, invoice, 'embedded-0'),
      await files.source(simon, invoice),
    ];
    expect(answers.map(codeOf)).toEqual(answers.map(() => 'notFound'));
  });
});

describe('what a person is offered', () => {
  it('says of each action whether it is possible, and why not otherwise', async () => {
    const { decideOnInvoice, tenantId } = hall;
    const told = (personId: string, invoiceId: string) => decideOnInvoice.offers({ tenantId, personId, invoiceId });
    const { offers } = value(await told(hall.personId('hanna'), id('Hauptamt')));
    expect(offers.find(({ action }) => action === 'claim')).toMatchObject({ action: 'claim', refusal: null });
    expect(offers.filter((offer) => offer.refusal !== null).length).toBeGreaterThan(5);
    expect(codeOf(await told(hall.personId('hanna'), hall.ids.next()))).toBe('notFound');
    expect(codeOf(await told(hall.ids.next(), id('Hauptamt')))).toBe('notFound');
  });
});

describe('a decision', () => {
  it('is refused on a version that the person did not see', async () => {
    const { version } = await hall.invoiceOf(id('Hauptamt'));
    const stale = await hall.decide('hanna', id('Hauptamt'), 'claim', { seenVersion: version - 1 });
    expect(stale).toMatchObject({ refusal: { code: 'staleVersion', values: { current: String(version) } } });
  });

  it('forwards to a department that exists, and voids what was confirmed', async () => {
    const invoice = await hall.invoiceThatIs('in_review', 'weiter');
    value(await hall.decide('hanna', invoice, 'confirmFactual'));
    const [school, stranger] = [hall.town.departmentIds.get('SCHULE'), hall.ids.next()];
    const lost = await hall.decide('hanna', invoice, 'forward', {
      departmentId: stranger,
      reason: 'falsch',
      key: 'f1',
    });
    expect(codeOf(lost)).toBe('notFound');
    const { version } = await hall.invoiceOf(invoice);
    value(await hall.decide('hanna', invoice, 'forward', { departmentId: school ?? '', reason: 'dorthin' }));
    const now = value(await hall.readInvoices.get(hall.reader, invoice));
    expect(now.invoice).toMatchObject({ state: 'routed', departmentId: school, claimedBy: null, version: version + 1 });
    const confirmed = now.decisions.find((decision) => decision.action === 'confirmFactual');
    expect(confirmed?.voidedAt).toEqual(hall.clock.now());
  });

  it('sends to clarification, and names another invoice that exists', async () => {
    const invoice = await hall.invoiceThatIs('routed', 'zurück');
    value(await hall.decide('hanna', invoice, 'sendToClarification', { reason: 'Wem gehört das?' }));
    expect(await hall.invoiceOf(invoice)).toMatchObject({ state: 'clarification', clarificationReason: 'sentByStaff' });
    const mark = (otherInvoiceId: string, key: string) =>
      hall.decide('eingang', invoice, 'markDuplicate', { otherInvoiceId, key, reason: 'doppelt' });
    expect(codeOf(await mark(hall.ids.next(), 'm1'))).toBe('notFound');
    expect(value(await mark(id('Schule'), 'm2')).state).toBe('duplicate');
    expect(codeOf(await hall.decide('hanna', hall.personId('hanna'), 'claim', { seenVersion: 1 }))).toBe('notFound');
  });
});

describe('a delivery', () => {
  it('can be followed by its link: number, states, no names, until the link ends', async () => {
    const tracking = new TrackDelivery(hall.lookup, hall.door, hall.clock, new PlainKeyedHash());
    const receipt = value(await hall.send('verfolgt', aFile('verfolgt'), aFile('Schule')));
    const tracked = value(await tracking.track(receipt.trackingToken));
    expect(tracked).toMatchObject({
      number: receipt.number,
      parts: [
        {
          position: 1,
          fileName: 'verfolgt.xml',
          fate: 'invoice',
          invoice: { status: { de: 'Eingegangen' }, number: null },
        },
        {
          position: 2,
          fileName: 'Schule.xml',
          fate: 'repeat',
          invoice: { status: { de: 'In Bearbeitung' }, number: 'S-1' },
        },
      ],
    });
    expect(codeOf(await tracking.track('erraten'))).toBe('notFound');
    hall.clock.move(trackingLifetimeDays * 24 * 60 * 60 * 1000);
    expect(codeOf(await tracking.track(receipt.trackingToken))).toBe('notFound');
  });

  const follow = async (key: string, ...parts: readonly SentPart[]) => {
    const { trackingToken } = value(await hall.send(key, ...parts));
    return value(await new TrackDelivery(hall.lookup, hall.door, hall.clock, new PlainKeyedHash()).track(trackingToken))
      .parts;
  };

  it('tells why a file was rejected: its fatal findings, each once and at most 20, in both languages', async () => {
    const finding = { book: 'en16931', severity: 'fatal', errorClass: 'businessRule', at: null } as const;
    const about = (rule: string, term: string, found: string) => ({
      ...finding,
      rule,
      terms: [term],
      values: { [term]: found },
    });
    const findings = [
      { ...about('BR-CL-01', 'BT-3', '999'), severity: 'warning' as const },
      about('BR-CL-04', 'BT-5', 'EU'),
      about('BR-CL-04', 'BT-5', 'EU'),
      ...Array.from({ length: 30 }, (_, at) => about('BR-DEC-18', 'BT-115', `${at + 1}.001`)),
    ];
    await hall.process('Fehler', examined(aDocument(anInvoice('F-1'), { verdict: 'rejected', findings })));
    const invoice = (await follow('nachgesehen', aFile('Fehler')))[0]?.invoice;
    expect(invoice).toMatchObject({ status: { en: 'Rejected, see the report' }, hasReport: true });
    expect(invoice?.reasons).toHaveLength(20);
    expect(invoice?.reasons.slice(0, 2)).toEqual([
      {
        de: 'Die Währung der Rechnung „EU“ gibt es nicht.',
        en: 'There is no currency “EU” (currency of the invoice).',
        line: null,
      },
      expect.objectContaining({ en: expect.stringMatching(/has more than two decimals \(1\.001\)\.$/) }),
    ]);
  });

  it('tells why an invoice was declined, in the words of staff and without who they are', async () => {
    const invoice = await hall.invoiceThatIs('in_review', 'Mangel');
    const file = aFile('Mangel');
    expect(await follow('vorher', file)).toMatchObject([{ invoice: { reasons: [] } }]);
    const reason = 'Die Lieferung kam nie an.';
    value(await hall.decide('hanna', invoice, 'decline', { reason }));
    const parts = await follow('nachher', file);
    expect(parts).toMatchObject([
      { invoice: { status: { de: 'Abgelehnt, mit Grund' }, reasons: [{ de: reason, en: reason }] } },
    ]);
    expect(JSON.stringify(parts)).not.toMatch(new RegExp(`hanna|${hall.personId('hanna')}`, 'i'));
  });

  const sendToBeSorted = (idempotencyKey: string, part: SentPart) =>
    hall.acceptDelivery.accept({
      ...{ tenantId: hall.tenantId, channelId: hall.town.apiChannelId, idempotencyKey, caller: 'test', fields: {} },
      ...{ actor: { kind: 'apiKey', id: hall.town.financeKeyId }, sender: null, portalReceivedAt: null },
      ...{ mode: 'waiting', parts: [part] },
    });

  it('tells why people rejected an invoice that had passed, and nothing of why it was looked at', async () => {
    const invoice = await hall.process(
      'Irrläufer',
      examined(aDocument(anInvoice('I-1', { buyerReference: undefined }))),
    );
    const reason = 'Die Rechnung gehört zum Landkreis.';
    value(await hall.decide('eingang', invoice, 'reject', { reason }));
    expect(await follow('Irrläufer verfolgt', aFile('Irrläufer'))).toMatchObject([
      { invoice: { step: 'rejected', reasons: [{ de: reason, en: reason, line: null }] } },
    ]);
  });

  it('shows what lay in a mail below it, and why the rest was no invoice', async () => {
    const mail = { fileName: 'post.eml', mediaType: 'message/rfc822', bytes: Buffer.from(mailWith(1)) };
    const { trackingToken, deliveryId } = value(await sendToBeSorted('Post', mail));
    const tracking = new TrackDelivery(hall.lookup, hall.door, hall.clock, new PlainKeyedHash());
    expect(value(await tracking.track(trackingToken))).toMatchObject({ sorted: false, parts: [{ fate: 'waiting' }] });
    await hall.sortDelivery.sort(hall.tenantId, deliveryId);
    const { sorted, parts } = value(await tracking.track(trackingToken));
    expect(sorted).toBe(true);
    expect(parts).toMatchObject([
      { position: 1, within: null, fate: 'opened', fateReason: null, invoice: null },
      { position: 2, within: 1, fate: 'ignored', fateReason: { en: 'This is the text of the message.' } },
      { position: 3, within: 1, fate: 'invoice', fateReason: null, invoice: { step: 'received' } },
    ]);
  });

  it('has the report of a file once, however often it lies in there, and none of what was not rejected', async () => {
    const finding = { book: 'en16931', rule: 'BR-CO-10', severity: 'fatal', errorClass: 'businessRule' } as const;
    const findings = [{ ...finding, terms: ['BT-106'], values: {}, at: { line: 7, column: 1 } }];
    await hall.process('zweimal', examined(aDocument(anInvoice('Z-1'), { verdict: 'rejected', findings })));
    const { trackingToken } = value(await hall.send('doppelt', aFile('zweimal'), aFile('Schule'), aFile('zweimal')));
    const tracking = new TrackDelivery(hall.lookup, hall.door, hall.clock, new PlainKeyedHash());
    const { reports } = value(await tracking.reports(trackingToken));
    expect(reports).toMatchObject([{ fileName: 'zweimal.xml', invoiceNumber: 'Z-1' }]);
    const parts = value(await tracking.track(trackingToken)).parts;
    expect(parts.map(({ invoice }) => invoice?.reasons[0]?.line ?? null)).toEqual([7, null, 7]);
  });

  const sized = (name: string, length: number) => ({
    fileName: name,
    mediaType: 'x/y',
    bytes: Buffer.alloc(length, name),
  });
  const { fileBytes, deliveryBytes, parts: most } = limitsFor(25);

  it.each([
    ['nothingSent', () => []],
    ['tooManyParts', () => Array.from({ length: most + 1 }, (_, at) => sized(`n${at}`, 1))],
    ['fileTooLarge', () => [sized('klein', 1), sized('groß', fileBytes + 1)]],
    ['deliveryTooLarge', () => [0, 1, 2].map((at) => sized(`z${at}`, Math.ceil((deliveryBytes + 3) / 3)))],
    ['emptyFile', () => [sized('voll', 1), sized('leer', 0)]],
    ['nameTooLong', () => [sized('ä'.repeat(128), 1)]],
  ])('over a limit is refused with %s, and nothing is kept', async (code, parts) => {
    const before = await originals();
    expect(codeOf(await hall.send(code, ...parts()))).toBe(code);
    expect(await originals()).toBe(before);
  });

  it('may be as large as the limits say', async () => {
    const parts = [sized('a', fileBytes), sized('b', deliveryBytes - fileBytes)];
    expect(value(await hall.send('gerade noch', ...parts)).parts).toHaveLength(2);
  });

  it('carries the day on which a portal had it', async () => {
    const portalReceivedAt = new Date('2026-11-20T23:30:00Z');
    const { channel } = { channel: hall.town.apiChannelId };
    const sent = {
      tenantId: hall.tenantId,
      channelId: channel,
      caller: 'test',
      idempotencyKey: 'Portal',
      fields: {},
      sender: null,
    };
    const actor = { kind: 'apiKey', id: hall.town.financeKeyId } as const;
    const receipt = value(
      await hall.acceptDelivery.accept({ ...sent, actor, portalReceivedAt, parts: [aFile('Portal')] }),
    );
    const delivery = await hall.door.inTenant(hall.tenantId, (tenant) => tenant.deliveries.get(receipt.deliveryId));
    expect(delivery).toMatchObject({ accessDate: '2026-11-21', portalReceivedAt });
  });

  const originals = async (): Promise<number> => {
    const { originals: kept } = await hall.verify();
    return kept;
  };
});
