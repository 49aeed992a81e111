import { Sweep } from '../../src/pipeline/sweep.js';
import type { Finding } from '../../src/domain/validation/finding.js';
import { DryRunInvoices, type DryRunOfInvoice } from '../../src/pipeline/dry-run-invoices.js';
import { dryRunLimits, work } from '../../src/pipeline/limits.js';
import { townDay } from '../../src/pipeline/town-day.js';
import { TellDryRun } from '../../src/pipeline/tell-dry-run.js';
import { Ids } from '../../src/pipeline/ports/ids.js';
import { StoreUnavailable } from '../../src/pipeline/ports/tenant-door.js';
import type { Wake } from '../../src/pipeline/ports/wake-queue.js';
import { ProcessInvoice } from '../../src/pipeline/process-invoice.js';
import { DocumentStore } from '../../src/pipeline/ports/document-store.js';
import type { ExaminerAnswer } from '../../src/pipeline/ports/examiner.js';
import { value } from '../../demo/set-up-town.js';
import { Gate } from './gate.js';
import { aDocument, anInvoice, examined, openTownHall, type TownHall } from './town-hall.js';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());
beforeEach(() => {
  hall.examiner.next.length = 0;
});

const process = (id: string) => hall.processInvoice.process(hall.tenantId, id);
const broke: ExaminerAnswer = { kind: 'broke', cause: 'memory' };
const eventsOf = async (id: string) =>
  value(await hall.readInvoices.history(hall.reader, id)).map((event) => event.event);

/** An attempt whose worker is killed. */
async function cutOff(id: string) {
  const now = hall.clock.now();
  const until = new Date(now.getTime() + work.leaseMs);
  const lease = await hall.door.inTenant(hall.tenantId, (tenant) => tenant.invoices.lease(id, now, until));
  hall.clock.move(work.leaseMs);
  return lease;
}

describe('a file that breaks its reader', () => {
  it('is tried again, and goes its way once it works', async () => {
    const id = await hall.receive('zweimal');
    hall.examiner.next.push(broke, broke, examined(aDocument(anInvoice('zweimal'))));
    for (const attempts of [1, 2]) {
      await process(id);
      expect(await hall.invoiceOf(id)).toMatchObject({ state: 'received', attempts, lastError: 'memory' });
      hall.clock.move(work.retryMs);
    }
    await process(id);
    expect(await hall.invoiceOf(id)).toMatchObject({ state: 'routed', number: 'zweimal' });
  });

  it('is not tried before its time', async () => {
    const id = await hall.receive('zu früh');
    hall.examiner.next.push(broke);
    await process(id);
    hall.clock.move(work.retryMs - 1);
    await process(id);
    expect(await hall.invoiceOf(id)).toMatchObject({ state: 'received', attempts: 1 });
  });

  it('goes to clarification after the third time, and nobody tries a fourth', async () => {
    const id = await hall.receive('dreimal');
    const unused = examined(aDocument(anInvoice('dreimal')));
    hall.examiner.next.push(broke, broke, broke, unused);
    for (let round = 0; round < 6; round += 1) {
      await process(id);
      hall.clock.move(work.leaseMs);
    }
    expect(await hall.invoiceOf(id)).toMatchObject({
      state: 'clarification',
      clarificationReason: 'couldNotBeChecked',
    });
    expect(hall.examiner.next).toEqual([unused]);
    expect(await eventsOf(id)).toEqual(['invoice.received', 'invoice.sentToClarification']);
  });

  it('goes to clarification also where it kills the worker each time', async () => {
    const id = await hall.receive('tödlich');
    for (let round = 0; round < work.cutOffs; round += 1) {
      expect(await cutOff(id)).toMatchObject({ attempt: round + 1, cutOff: round });
      expect(await hall.invoiceOf(id)).toMatchObject({ state: 'received' });
    }
    await process(id);
    expect(await hall.invoiceOf(id)).toMatchObject({
      state: 'clarification',
      clarificationReason: 'couldNotBeChecked',
    });
  });
});

it('loses none of its three attempts to workers that are killed', async () => {
  const id = await hall.receive('Neustarts');
  for (let round = 0; round < 4; round += 1) await cutOff(id);
  for (let round = 0; round < 2; round += 1) {
    hall.examiner.next.push(broke);
    await process(id);
    expect(await hall.invoiceOf(id)).toMatchObject({ state: 'received', lastError: 'memory' });
    hall.clock.move(work.retryMs);
  }
  hall.examiner.next.push(examined(aDocument(anInvoice('Neustarts'))));
  await process(id);
  expect(await hall.invoiceOf(id)).toMatchObject({ state: 'routed', number: 'Neustarts' });
});

it('does not count it as an attempt when no reader could be started', async () => {
  const id = await hall.receive('kein Leser');
  for (let round = 0; round < 10; round += 1) {
    hall.examiner.next.push({ kind: 'unavailable', cause: 'fork failed' });
    await process(id);
    expect(await hall.invoiceOf(id)).toMatchObject({ state: 'received', attempts: 0, lastError: 'fork failed' });
    hall.clock.move(work.unavailableMs);
  }
  hall.examiner.next.push(examined(aDocument(anInvoice('kein Leser'))));
  await process(id);
  expect(await hall.invoiceOf(id)).toMatchObject({ state: 'routed' });
});

/** What a worker needs to conclude, and does not get. */
class BrokenIds extends Ids {
  constructor(private readonly error: Error) {
    super();
  }
  next = () => this.fail();
  secret = () => this.fail();
  private fail = (): never => {
    throw this.error;
  };
}

describe('a conclusion that fails', () => {
  const roundsWith = async (error: Error, name: string, rounds: number) => {
    const id = await hall.receive(name);
    const { door, documents, clock, examiner } = hall;
    const worker = new ProcessInvoice(door, documents, examiner, clock, new BrokenIds(error));
    for (let round = 0; round < rounds; round += 1) {
      examiner.next.push(examined(aDocument(anInvoice(name))));
      await worker.process(hall.tenantId, id).catch(() => undefined);
      clock.move(work.retryMs);
    }
    examiner.next.splice(0);
    return id;
  };

  it('because the database is away is no attempt of the file', async () => {
    const id = await roundsWith(new StoreUnavailable(), 'Datenbank weg', 6);
    expect(await hall.invoiceOf(id)).toMatchObject({ state: 'received', attempts: 0, lastError: 'notConcluded' });
    hall.examiner.next.push(examined(aDocument(anInvoice('Datenbank weg'))));
    await process(id);
    expect((await hall.invoiceOf(id)).state).toBe('routed');
  });

  it('because of a fault of ours does not go on for ever: a person looks', async () => {
    const id = await roundsWith(new TypeError('a fault'), 'eigener Fehler', 4);
    expect(await hall.invoiceOf(id)).toMatchObject({
      state: 'clarification',
      clarificationReason: 'couldNotBeChecked',
    });
  });
});

/** The same use case in another worker, whose examiner waits until the test lets it go on. */
function slowWorker(answer: ExaminerAnswer) {
  const { door, documents, clock, ids } = hall;
  const gate = new Gate(answer);
  return { worker: new ProcessInvoice(door, documents, gate, clock, ids), gate };
}

describe('a worker that holds a file too long', () => {
  it.each<[string, ExaminerAnswer]>([
    ['with a result', examined(aDocument(anInvoice('von gestern')))],
    ['with a broken reader', broke],
    ['with no reader', { kind: 'unavailable', cause: 'late' }],
  ])('loses it to another one, and changes nothing when it comes back %s', async (what, late) => {
    const id = await hall.receive(`langsam ${what}`);
    const { worker, gate } = slowWorker(late);
    const slow = worker.process(hall.tenantId, id);
    await gate.entered;
    await process(id);
    expect(await hall.invoiceOf(id)).toMatchObject({ state: 'received', attempts: 1 });
    hall.clock.move(work.leaseMs);
    hall.examiner.next.push(broke);
    await process(id);
    const before = await hall.invoiceOf(id);
    expect(before).toMatchObject({ attempts: 2, lastError: 'memory' });
    gate.open();
    await slow;
    expect(await hall.invoiceOf(id)).toEqual(before);
    hall.clock.move(work.retryMs);
    hall.examiner.next.push(examined(aDocument(anInvoice(`von heute ${what}`))));
    await process(id);
    expect(await hall.invoiceOf(id)).toMatchObject({ state: 'routed', number: `von heute ${what}` });
  });
});

it('is done once where the same file is processed twice at once', async () => {
  const id = await hall.receive('zugleich');
  hall.examiner.next.push(examined(aDocument(anInvoice('zugleich'))), examined(aDocument(anInvoice('zugleich'))));
  await Promise.all([process(id), process(id), process(id)]);
  expect(await eventsOf(id)).toEqual(['invoice.received', 'invoice.routed']);
  expect(hall.examiner.next).toHaveLength(1);
  await process(id);
  expect(await eventsOf(id)).toEqual(['invoice.received', 'invoice.routed']);
});

class EmptyShelf extends DocumentStore {
  constructor(private readonly answer: () => Promise<Uint8Array | null>) {
    super();
  }
  keep(): Promise<void> {
    return Promise.resolve();
  }
  remove(): Promise<void> {
    return Promise.resolve();
  }
  read(): Promise<Uint8Array | null> {
    return this.answer();
  }
}

const withDocuments = (answer: () => Promise<Uint8Array | null>) =>
  new ProcessInvoice(hall.door, new EmptyShelf(answer), hall.examiner, hall.clock, hall.ids);

describe('an original that cannot be read', () => {
  it('is named as missing, and a person looks in the end', async () => {
    const id = await hall.receive('verschwunden');
    const worker = withDocuments(() => Promise.resolve(null));
    await worker.process(hall.tenantId, id);
    expect(await hall.invoiceOf(id)).toMatchObject({ state: 'received', lastError: 'originalMissing' });
    for (let round = 0; round < 2; round += 1) {
      hall.clock.move(work.retryMs);
      await worker.process(hall.tenantId, id);
    }
    expect(await hall.invoiceOf(id)).toMatchObject({ state: 'clarification' });
    const history = value(await hall.readInvoices.history(hall.reader, id));
    expect(history.at(-1)?.facts).toMatchObject({ reason: 'couldNotBeChecked', cause: 'originalMissing' });
  });

  it('waits without losing an attempt while the store does not answer', async () => {
    const id = await hall.receive('Speicher weg');
    const worker = withDocuments(() => Promise.reject(new Error('no such device')));
    for (let round = 0; round < 5; round += 1) {
      await worker.process(hall.tenantId, id);
      hall.clock.move(work.unavailableMs);
    }
    const waiting = await hall.invoiceOf(id);
    expect(waiting).toMatchObject({ state: 'received', attempts: 0 });
    expect(waiting.lastError).toContain('no such device');
  });
});

describe('the sweep', () => {
  const sweep = async (): Promise<readonly Wake[]> => {
    const begun: Wake[] = [];
    const due = await new Sweep(hall.lookup, hall.door, hall.clock, (wake) => begun.push(wake)).round();
    expect(begun).toHaveLength(due);
    return begun.filter(({ tenantId }) => tenantId === hall.tenantId);
  };

  it('finds what is due although the queue has lost everything', async () => {
    const ids = [await hall.receive('vergessen 1'), await hall.receive('vergessen 2')];
    hall.queue.wakes.length = 0;
    const begun = await sweep();
    expect(begun).toEqual(expect.arrayContaining(ids.map((id) => ({ kind: 'invoice', tenantId: hall.tenantId, id }))));
    for (const id of ids) {
      hall.examiner.next.push(examined(aDocument(anInvoice(`vergessen ${id}`))));
      await process(id);
    }
    expect((await sweep()).filter(({ id }) => ids.includes(id))).toEqual([]);
  });

  it('leaves what a worker holds to it, and finds it again once the lease has ended', async () => {
    const id = await hall.receive('gehalten');
    const { worker, gate } = slowWorker(broke);
    const slow = worker.process(hall.tenantId, id);
    await gate.entered;
    const finds = async () => (await sweep()).some((wake) => wake.id === id);
    expect(await finds()).toBe(false);
    hall.clock.move(work.leaseMs);
    expect(await finds()).toBe(true);
    gate.open();
    await slow;
  });

  it('brings every kind of work', async () => {
    const id = hall.ids.next();
    const effect = { id, effect: 'mail' as const, payload: {}, at: hall.clock.now() };
    await hall.door.inTenant(hall.tenantId, (tenant) => tenant.outbox.add(effect));
    expect(await sweep()).toContainEqual({ kind: 'outbox', tenantId: hall.tenantId, id });
  });
});

describe('a dry run', () => {
  const finding = (rule: string): Finding => ({
    ...{ book: 'xrechnung', rule, severity: 'fatal', errorClass: 'businessRule', at: null, terms: [], values: {} },
  });
  const judgedBy = (version: string, rules: readonly string[]) => ({
    findings: rules.map(finding),
    versions: { xrechnung: version },
  });
  const run = async (last: number, width: number) => {
    const runs = new DryRunInvoices(hall.door, hall.documents, hall.examiner);
    const found: DryRunOfInvoice[] = [];
    for await (const one of runs.run(hall.tenantId, { day: '2027-02-01', last, width })) found.push(one);
    return found;
  };

  it('says of the latest invoices what the books of another day would find, and changes nothing', async () => {
    const document = aDocument(anInvoice('T-1'), judgedBy('old', ['BR-DE-1', 'BR-DE-2']));
    const ids: string[] = [];
    for (const number of ['T-1', 'T-2', 'T-3']) {
      hall.clock.move(1000);
      ids.push(await hall.process(number, examined({ ...document, invoice: anInvoice(number) })));
    }
    hall.examiner.days.length = 0;
    hall.examiner.next.push(
      examined({ ...document, ...judgedBy('new', ['BR-DE-2', 'BR-DE-3']), verdict: 'rejected' }),
      { kind: 'broke', cause: 'time' },
      examined(document),
    );
    const states = () => Promise.all(ids.map((id) => hall.invoiceOf(id)));
    const before = await states();
    // One at a time: the examiner gives its answers in the order of being asked.
    expect(await run(3, 1)).toMatchObject([
      {
        ...{ id: ids[2], number: 'T-3', kind: 'examined' },
        difference: {
          verdict: { stored: 'accepted', would: 'rejected' },
          versions: { xrechnung: { stored: 'old', would: 'new' } },
          added: ['xrechnung BR-DE-3'],
          gone: ['xrechnung BR-DE-1'],
        },
      },
      { id: ids[1], kind: 'notExamined', cause: 'time' },
      { id: ids[0], difference: { verdict: { stored: 'accepted', would: 'accepted' }, added: [], gone: [] } },
    ]);
    expect(hall.examiner.days).toEqual(['2027-02-01', '2027-02-01', '2027-02-01']);
    expect(await states()).toEqual(before);
  });

  it('is told to administrators, bounded, and names invoices only to those who may see them', async () => {
    const document = aDocument(anInvoice('P-1'), judgedBy('old', ['BR-DE-1']));
    const id = await hall.process('P-1', examined(document));
    const would = examined({ ...document, ...judgedBy('new', ['BR-DE-2']), verdict: 'rejected' });
    const runs = new DryRunInvoices(hall.door, hall.documents, hall.examiner);
    const dryRuns = new TellDryRun(hall.door, runs, hall.clock);
    const ask = (login: string, last = 1) =>
      dryRuns.tell({ tenantId: hall.tenantId, personId: hall.personId(login) }, { day: '2027-02-01', last });
    hall.examiner.next.push(would, would);
    const counted = {
      ...{ examined: 1, notExamined: 0, complete: true, otherwise: 1 },
      verdicts: [{ stored: 'accepted', would: 'rejected', count: 1 }],
      rules: [
        { rule: 'xrechnung BR-DE-2', added: 1, gone: 0 },
        { rule: 'xrechnung BR-DE-1', added: 0, gone: 1 },
      ],
    };
    expect(value(await ask('admin'))).toEqual({ ...counted, invoices: [] });
    expect(value(await ask('pruefung'))).toEqual({
      ...counted,
      invoices: [
        {
          ...{ id, number: 'P-1', verdict: { stored: 'accepted', would: 'rejected' } },
          ...{ added: ['xrechnung BR-DE-2'], gone: ['xrechnung BR-DE-1'] },
        },
      ],
    });
    expect(await ask('hanna')).toMatchObject({ kind: 'refused', refusal: { code: 'administratorsOnly' } });
    const both = await Promise.all([ask('admin'), ask('admin')]);
    const codes = both.map((one) => (one.kind === 'refused' ? one.refusal.code : 'done'));
    expect(codes.toSorted()).toEqual(['done', 'dryRunsBusy']);
  });

  it('goes through all pages and ends where there is nothing more', async () => {
    const { most, ...limits } = dryRunLimits;
    const found = await run(most, 2);
    expect(found.length).toBeGreaterThan(3);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    expect(limits.page).toBeLessThan(limits.last);
  });
});

it('An invoice is judged by the books of the day on which it came', async () => {
  hall.examiner.days.length = 0;
  const day = townDay(hall.clock.now());
  const id = await hall.receive('von gestern');
  hall.clock.move(24 * 60 * 60 * 1000);
  hall.examiner.next.push(examined(aDocument(anInvoice('von gestern'))));
  await process(id);
  expect(hall.examiner.days).toEqual([day]);
});
