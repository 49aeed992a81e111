import { createHash } from 'node:crypto';
import pg from 'pg';
import { value } from '../../demo/set-up-town.js';
import { counter, texts } from '../../demo/town-texts.js';
import type { Outcome } from '../../src/pipeline/outcome.js';
import { tenantSettings } from '../../src/pipeline/tenant-settings.table.js';
import { openTownHall, type TownHall } from './town-hall.js';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());

let keys = 0;
/** A call of its own, by whom. */
const by = (login: string, idempotencyKey = `setting ${(keys += 1)}`) => ({
  tenantId: hall.tenantId,
  personId: hall.personId(login),
  idempotencyKey,
});

/** What holds for the town, which was given its first versions when it was set up. */
const held = async (name: 'counter' | 'texts') => value(await hall.tenantSettings.read(by('admin'), name));

it('begin with values that keep the counter of a new tenant closed, and are stored only once somebody sets them', () => {
  expect(tenantSettings.counter.schema.parse(tenantSettings.counter.unset)).toMatchObject({ open: false });
  expect(tenantSettings.texts.schema.parse(tenantSettings.texts.unset)).toEqual({
    ...{ imprint: null, privacy: null, accessibility: null, feedbackAddress: null },
  });
});

it('are changed by tenant administrators only, and read by them and the auditor', async () => {
  const { version } = await held('counter');
  for (const login of ['hanna', 'eingang', 'pruefung'])
    expect(codeOf(await hall.tenantSettings.change(by(login), 'counter', version, counter))).toBe('administratorsOnly');
  expect(codeOf(await hall.tenantSettings.read(by('hanna'), 'counter'))).toBe('administratorsOnly');
  expect(value(await hall.tenantSettings.read(by('pruefung'), 'counter')).version).toBe(version);
  expect((await held('counter')).version).toBe(version);
});

it('keep every version and leave an event with its digest, the text itself in the payload that can be disposed of', async () => {
  const { version } = await held('texts');
  const changed = { ...texts, feedbackAddress: 'neu@auenfurt.example' };
  const key = by('admin');
  expect(value(await hall.tenantSettings.change(key, 'texts', version, changed))).toEqual({ version: version + 1 });
  expect(await held('texts')).toMatchObject({ version: version + 1, value: changed, setBy: hall.personId('admin') });
  const events = await hall.door.inTenant(hall.tenantId, (tenant) =>
    tenant.audit.history('tenant', hall.tenantId, 0, 1000),
  );
  const stored = JSON.stringify(changed);
  expect(events.at(-1)).toMatchObject({
    event: 'tenant.settingChanged',
    facts: { name: 'texts', version: version + 1, valueSha256: createHash('sha256').update(stored).digest('hex') },
    payload: { value: stored },
  });
  expect(value(await hall.tenantSettings.change(key, 'texts', version, changed))).toEqual({ version: version + 1 });
  expect(await versionsOf('texts')).toEqual([1, 2]);
});

async function versionsOf(name: string): Promise<readonly number[]> {
  const client = new pg.Client({ connectionString: hall.fresh.superuserUrl });
  await client.connect();
  const { rows } = await client.query<{ version: number }>(
    'SELECT version FROM eingang.tenant_setting WHERE name = $1 ORDER BY 1',
    [name],
  );
  await client.end();
  return rows.map(({ version }) => version);
}

it('are not changed over a version that somebody else has set meanwhile, not even at the same moment', async () => {
  const { version } = await held('counter');
  const changes = ['admin', 'admin2'].map((login) =>
    hall.tenantSettings.change(by(login), 'counter', version, { ...counter, closedNote: { de: login, en: null } }),
  );
  const outcomes = await Promise.all(changes);
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
  expect(codeOf(await hall.tenantSettings.change(by('admin'), 'counter', version, counter))).toBe('settingChanged');
  expect((await held('counter')).version).toBe(version + 1);
});

it('let no counter face the public without its texts', async () => {
  const [{ version }, { version: ofTexts, value: before }] = [await held('counter'), await held('texts')];
  const without = { ...texts, privacy: null };
  expect(codeOf(await hall.tenantSettings.change(by('admin'), 'texts', ofTexts, without))).toBe('counterNeedsTexts');
  expect((await held('texts')).value).toEqual(before);
  value(await hall.tenantSettings.change(by('admin'), 'counter', version, { ...counter, open: false }));
  value(await hall.tenantSettings.change(by('admin'), 'texts', ofTexts, without));
  const opening = await hall.tenantSettings.change(by('admin'), 'counter', version + 1, counter);
  expect(codeOf(opening)).toBe('counterNeedsTexts');
});

const codeOf = (outcome: Outcome<unknown>): string => (outcome.kind === 'refused' ? outcome.refusal.code : 'done');
