import { value } from '../../demo/set-up-town.js';
import { DescribedInstallation } from '../../src/adapters/system/described-installation.js';
import { IssueDocumentation } from '../../src/pipeline/issue-documentation.js';
import type { Outcome } from '../../src/pipeline/outcome.js';
import { sha256 } from '../../src/pipeline/sha256.js';
import { PlainKeyedHash } from '../support/memory-ports.js';
import { AnswerSubject } from '../../src/pipeline/answer-subject.js';
import { anInvoice, aDocument, examined, openTownHall, type TownHall } from './town-hall.js';

let hall: TownHall;
let documentation: IssueDocumentation;
beforeAll(async () => {
  hall = await openTownHall();
  const installation = new DescribedInstallation({
    ...{ database: 'server', queue: 'postgres', documents: 'postgres', fileMb: 25, sendsMail: true },
  });
  documentation = new IssueDocumentation(hall.door, hall.clock, hall.ids, hall.signer, installation);
});
afterAll(() => hall.close());

let keys = 0;
const by = (login: string) => ({
  ...{ tenantId: hall.tenantId, personId: hall.personId(login), idempotencyKey: `documentation ${(keys += 1)}` },
});
const codeOf = (outcome: Outcome<unknown>) => (outcome.kind === 'refused' ? outcome.refusal.code : 'done');

it('is issued by administrators, read by audit and records too, and by nobody else', async () => {
  expect(codeOf(await documentation.issue(by('pruefung'), 'procedure'))).toBe('administratorsOnly');
  expect(codeOf(await documentation.draft(by('hanna'), 'procedure'))).toBe('recordsOnly');
  expect(codeOf(await documentation.list(by('hanna')))).toBe('recordsOnly');
  const { html, markdown, latest } = value(await documentation.draft(by('pruefung'), 'procedure'));
  expect(latest).toBeNull();
  for (const told of [html, markdown]) expect(told).toContain('Entwurf, nicht erteilt');
  const people = await hall.door.inTenant(hall.tenantId, (tenant) => tenant.people.list());
  for (const { displayName } of people) expect(markdown).not.toContain(displayName);
});

it('is kept as issued, with hashes that the log names, and not issued again while nothing changes', async () => {
  const first = value(await documentation.issue(by('admin'), 'procedure'));
  expect(first).toMatchObject({ version: 1, issued: true });
  expect(value(await documentation.issue(by('admin'), 'procedure'))).toEqual({ ...first, issued: false });
  const found = value(await documentation.find(by('pruefung'), first.id));
  expect([sha256(found.html), sha256(found.markdown)]).toEqual([found.htmlSha256, found.markdownSha256]);
  const events = await hall.door.inTenant(hall.tenantId, (tenant) =>
    tenant.audit.history('tenant', hall.tenantId, 0, 1000),
  );
  expect(events.filter(({ event }) => event === 'tenant.documentIssued').map(({ facts }) => facts)).toEqual([
    {
      ...{ document: first.id, kind: 'procedure', version: 1 },
      ...{ htmlSha256: found.htmlSha256, markdownSha256: found.markdownSha256 },
    },
  ]);
});

it('names in the next version what has changed, and escapes what people have written', async () => {
  const { version, value: set } = value(await hall.tenantSettings.read(by('admin'), 'reminders'));
  value(await hall.tenantSettings.change(by('admin'), 'reminders', version, { ...set, on: !set.on }));
  await hall.door.inTenant(hall.tenantId, (tenant) =>
    tenant.town.addDepartment({
      id: hall.ids.next(),
      code: '<b>',
      name: '<script>alert(1)</script>|',
      at: hall.clock.now(),
    }),
  );
  const { differences } = value(await documentation.draft(by('admin'), 'procedure'));
  expect(differences.map(({ place }) => place)).toContain('Betriebsdokumentation › Erinnerungen');
  const next = value(await documentation.issue(by('admin'), 'procedure'));
  expect(next).toMatchObject({ version: 2, issued: true });
  const { html, markdown } = value(await documentation.find(by('admin'), next.id));
  expect(html).toContain('Änderungen gegenüber Fassung 1');
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;|');
  expect(html).not.toContain('<script');
  expect(markdown).toContain('\\<script\\>alert(1)\\</script\\>\\|');
});

it('issues the record of processing activities by itself, and once where two ask at the same time', async () => {
  const both = await Promise.all([
    documentation.issue(by('admin'), 'processing'),
    documentation.issue(by('admin'), 'processing'),
  ]);
  expect(both.map((one) => value(one).version)).toEqual([1, 1]);
  expect(both.map((one) => value(one).issued).toSorted()).toEqual([false, true]);
});

it('is nowhere for another tenant', async () => {
  const [first] = value(await documentation.list(by('admin')));
  const other = hall.ids.next();
  await hall.door.inTenant(other, async (tenant) => {
    expect(await tenant.documentation.list(10)).toEqual([]);
    expect(await tenant.documentation.find(first?.id ?? '')).toBeNull();
    expect(await tenant.documentation.latest('procedure')).toBeNull();
  });
});

describe('the answer to a data subject', () => {
  const ask = (login: string, subject: Parameters<AnswerSubject['answer']>[1]) =>
    new AnswerSubject(hall.door, hall.clock, new PlainKeyedHash()).answer(by(login), subject);

  it('tells staff what is stored about them, without a colleague, and leaves an event', async () => {
    const { facts, markdown } = value(await ask('admin', { by: 'staff', value: hall.personId('hanna') }));
    expect(facts.items.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['Anmeldename', 'Kennwort', 'Befugnis']),
    );
    const people = await hall.door.inTenant(hall.tenantId, (tenant) => tenant.people.list());
    for (const { id, displayName, passwordHash } of people) {
      if (id !== hall.personId('hanna')) expect(markdown).not.toContain(displayName);
      expect(markdown).not.toContain(passwordHash);
    }
    expect((await lastEvent()).facts).toEqual({ by: 'staff', person: hall.personId('hanna') });
  });

  it('tells a supplier of their own invoices only, as exactly as they are named, and nobody where nothing is stored', async () => {
    const contact = { name: 'Berta Berg', email: 'Berta@Berg.example' };
    for (const [number, seller] of [
      ['ART15-1', { name: 'Berg <b>GmbH', vatId: 'DE111111111', contact }],
      [
        'ART15-2',
        { name: 'Tal GmbH', vatId: 'DE222222222', contact: { name: 'Theo', email: 'berta@berg.example.org' } },
      ],
    ] as const)
      await hall.process(number, examined(aDocument(anInvoice(number, { seller }))));
    for (const subject of [
      { by: 'mail', value: 'berta@berg.example' },
      { by: 'name', value: 'berg <b>gmbh' },
      { by: 'vatId', value: 'de111111111' },
    ] as const) {
      const { facts, html } = value(await ask('admin', subject));
      expect(facts.items.map(({ value: told }) => told.split(',')[0])).toEqual(['ART15-1']);
      expect(facts.items[0]?.kept).toMatch(/^Buchungsbelege, bis \d{4}-12-31$/);
      expect(html).not.toMatch(/ART15-2|Tal GmbH|<b>/);
    }
    const nobody = value(await ask('admin', { by: 'mail', value: '%@berg.example' }));
    expect(nobody.facts.items).toEqual([]);
    expect(nobody.markdown).toContain('Es sind keine Daten gespeichert.');
    expect(await lastEvent()).toMatchObject({ facts: { by: 'mail' }, payload: { subject: '%@berg.example' } });
  });

  it('is drawn up by records and administration only, and not about another tenant', async () => {
    for (const login of ['hanna', 'pruefung'])
      expect(codeOf(await ask(login, { by: 'vatId', value: 'DE111111111' }))).toBe('recordsOnly');
    expect(codeOf(await ask('admin', { by: 'staff', value: hall.ids.next() }))).toBe('notFound');
    await hall.door.inTenant(hall.ids.next(), async ({ subjects }) => {
      expect(await subjects.invoicesOf({ by: 'vatId', value: 'DE111111111' }, 10)).toEqual([]);
      expect(await subjects.countsOf(hall.personId('hanna'))).toEqual({ decisions: 0, events: 0 });
    });
  });
});

async function lastEvent() {
  const events = await hall.door.inTenant(hall.tenantId, (tenant) =>
    tenant.audit.history('tenant', hall.tenantId, 0, 1000),
  );
  const last = events.at(-1);
  if (last?.event !== 'tenant.subjectAnswered') throw new Error(`the last event is ${String(last?.event)}`);
  return last;
}
