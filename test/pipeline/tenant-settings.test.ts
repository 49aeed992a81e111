import { createHash } from 'node:crypto';
import pg from 'pg';
import { value } from '../../demo/set-up-town.js';
import { townLeitwegId } from '../../demo/town.js';
import { counter, texts } from '../../demo/town-texts.js';
import { AdministerRoutingRules } from '../../src/pipeline/administer-routing-rules.js';
import type { Outcome } from '../../src/pipeline/outcome.js';
import { ReadTown } from '../../src/pipeline/read-town.js';
import { SimulateRouting } from '../../src/pipeline/simulate-routing.js';
import { tenantSettings } from '../../src/pipeline/tenant-settings.table.js';
import { aDocument, anInvoice, examined, openTownHall, type TownHall } from './town-hall.js';

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
  expect(codeOf(await hall.tenantSettings.change(by('admin'), 'counter', version, counter))).toBe('changedMeanwhile');
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

/** Takes a role away and gives it back, past the rule that two administrators must stay. */
async function administers(login: string, does: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: hall.fresh.superuserUrl });
  await client.connect();
  const change = `UPDATE eingang.person_grant SET revoked_at = $2 WHERE person_id = $1 AND role = 'tenantAdmin'`;
  await client.query(change, [hall.personId(login), does ? null : hall.clock.now()]);
  await client.end();
}

describe('what orders are measured by', () => {
  const wanted = { ...tenantSettings.approval.unset, steps: [{ upTo: null, orders: 2 }] };
  const heldApproval = async () => value(await hall.tenantSettings.readConfirmed(by('admin'), 'approval'));
  const propose = async (login: string) =>
    hall.proposeSetting.propose(by(login), 'approval', (await heldApproval()).version, wanted);

  it('is proposed by one administrator and holds once another has confirmed it', async () => {
    const { version } = await heldApproval();
    for (const login of ['hanna', 'pruefung']) expect(codeOf(await propose(login))).toBe('administratorsOnly');
    const { id } = value(await propose('admin'));
    expect(codeOf(await propose('admin2'))).toBe('proposalWaiting');
    const proposal = { id, value: wanted, proposedBy: hall.personId('admin') };
    expect(await heldApproval()).toMatchObject({ version, value: tenantSettings.approval.unset, proposal });
    expect(codeOf(await hall.proposeSetting.confirm(by('admin'), id))).toBe('secondPersonNeeded');
    expect(codeOf(await hall.proposeSetting.confirm(by('pruefung'), id))).toBe('administratorsOnly');
    expect(value(await hall.proposeSetting.confirm(by('admin2'), id))).toEqual({ version: version + 1 });
    expect(await heldApproval()).toMatchObject({
      ...{ version: version + 1, value: wanted, proposal: null, setBy: hall.personId('admin2') },
    });
    expect(codeOf(await hall.proposeSetting.confirm(by('admin2'), id))).toBe('notFound');
    expect(codeOf(await propose('admin'))).toBe('holdsAlready');
    const events = await hall.door.inTenant(hall.tenantId, (tenant) =>
      tenant.audit.history('tenant', hall.tenantId, 0, 1000),
    );
    const [proposed, confirmed] = events.slice(-2);
    expect(proposed).toMatchObject({ event: 'tenant.settingProposed', actor: { id: hall.personId('admin') } });
    expect(confirmed).toMatchObject({
      ...{ event: 'tenant.settingChanged', actor: { id: hall.personId('admin2') } },
      facts: { name: 'approval', version: version + 1, proposal: id, proposedBy: hall.personId('admin') },
      payload: { value: JSON.stringify(wanted) },
    });
  });

  it('is not proposed over what somebody else has set meanwhile, and changes nothing once withdrawn', async () => {
    const { version } = await heldApproval();
    const usual = tenantSettings.approval.unset;
    const old = { ...usual, steps: [...usual.steps] };
    expect(codeOf(await hall.proposeSetting.propose(by('admin'), 'approval', version - 1, old))).toBe(
      'changedMeanwhile',
    );
    const { id } = value(await hall.proposeSetting.propose(by('admin'), 'approval', version, old));
    value(await hall.proposeSetting.withdraw(by('admin2'), id));
    expect(codeOf(await hall.proposeSetting.confirm(by('admin2'), id))).toBe('notFound');
    expect(await heldApproval()).toMatchObject({ version, value: wanted, proposal: null });
  });

  it('is not confirmed once whoever proposed it administers no more', async () => {
    const { version } = await heldApproval();
    const usual = tenantSettings.approval.unset;
    const old = { ...usual, steps: [...usual.steps] };
    const { id } = value(await hall.proposeSetting.propose(by('admin'), 'approval', version, old));
    await administers('admin', false);
    expect(codeOf(await hall.proposeSetting.confirm(by('admin2'), id))).toBe('proposerMayNot');
    await administers('admin', true);
    expect(await heldApproval()).toMatchObject({ version, proposal: { id } });
    value(await hall.proposeSetting.withdraw(by('admin2'), id));
  });

  it('is confirmed or withdrawn, never both, by two at the same moment', async () => {
    const usual = tenantSettings.approval.unset;
    const { version } = await heldApproval();
    const old = { ...usual, steps: [...usual.steps] };
    const { id } = value(await hall.proposeSetting.propose(by('admin'), 'approval', version, old));
    const both = await Promise.all([
      hall.proposeSetting.confirm(by('admin2'), id),
      hall.proposeSetting.withdraw(by('admin'), id),
    ]);
    expect(both.map(codeOf).sort()).toEqual(['done', 'notFound']);
    expect((await heldApproval()).version).toBe(codeOf(both[0]) === 'done' ? version + 1 : version);
  });

  it('is refused by the database from one person alone', async () => {
    const alone = hall.door.inTenant(hall.tenantId, async ({ settings }) => {
      const { version } = (await settings.current('approval')) ?? { version: 0 };
      const [proposedBy, setAt] = [hall.personId('admin'), hall.clock.now()];
      const setting = { version: version + 1, value: wanted, secret: null };
      await settings.add('approval', { ...setting, proposedBy, setBy: proposedBy, setAt });
    });
    await expect(alone).rejects.toThrow(/tenant_setting_two_persons/);
  });
});

const codeOf = (outcome: Outcome<unknown>): string => (outcome.kind === 'refused' ? outcome.refusal.code : 'done');

describe('the routing rules', () => {
  const rules = () => new AdministerRoutingRules(hall.door, hall.clock, hall.ids);
  const stored = () =>
    hall.door.inTenant(hall.tenantId, async ({ routing }) => ({
      version: await routing.version(),
      rules: await routing.rules(),
      latest: (await routing.versions(null, 1))[0],
    }));
  const draft = (name: string, departmentId = hall.town.departmentIds.get('SCHULE') ?? '') => ({
    ...{ id: null, name, departmentId },
    when: { field: 'orderReference', operator: 'is', value: name } as const,
  });

  it('are changed as a set, each version kept: what nobody touched keeps its id', async () => {
    const { version, rules: before } = await stored();
    const [first, second, ...others] = before;
    if (!first || !second) throw new Error('the town has too few rules');
    const drafts = [{ ...second, name: 'Anders' }, first, draft('Neu')];
    expect(value(await rules().save(by('admin'), version, drafts))).toEqual({ version: version + 1 });
    const after = await stored();
    expect(after.rules.map(({ name, position }) => [name, position])).toEqual([
      ['Anders', 10],
      [first.name, 20],
      ['Neu', 30],
    ]);
    expect(after.rules[1]?.id).toBe(first.id);
    expect(before.map(({ id }) => id)).not.toContain(after.rules[0]?.id);
    expect(after.latest).toMatchObject({ version: version + 1, setBy: hall.personId('admin') });
    expect(after.latest?.rules.map(({ replaces }) => replaces)).toEqual([second.id, null, null]);
    const told = value(await new ReadTown(hall.door, hall.clock).ruleVersions(by('admin'), null, 1));
    expect(told[0]?.differences.map(({ kind }) => kind)).toEqual([
      ...['changed', 'moved', 'added'],
      ...others.map(() => 'ended'),
    ]);
    const events = await hall.door.inTenant(hall.tenantId, (tenant) =>
      tenant.audit.history('tenant', hall.tenantId, 0, 1000),
    );
    expect(events.findLast(({ event }) => event === 'tenant.routingRulesChanged')).toMatchObject({
      actor: { kind: 'person', id: hall.personId('admin') },
      facts: { version: version + 1, rules: after.rules.map(({ id }) => id) },
    });
  });

  it('are tried out on what has come, without being saved, and tell who may see them which invoices would move', async () => {
    const school = hall.town.departmentIds.get('SCHULE') ?? '';
    const lines = [{ item: { name: 'Kreide' } }, { item: { name: 'Schwamm' } }];
    const sent = anInvoice('ausprobiert', { buyerReference: townLeitwegId, lines });
    const id = await hall.process('ausprobiert', examined(aDocument(sent)));
    const { version, rules: held } = await stored();
    const wanted = [
      {
        id: null,
        name: 'Versuch',
        when: { field: 'BT-153', operator: 'is', value: 'schwamm' } as const,
        departmentId: school,
      },
      ...held,
    ];
    const simulations = new SimulateRouting(hall.door, hall.clock);
    const all = value(await simulations.simulate(by('admin'), wanted, 1000));
    expect(all).toMatchObject({ complete: true });
    expect([all.moved, all.groups]).toMatchObject([
      1,
      [
        {
          from: { departmentId: null, by: { kind: 'clearing', reason: 'noRuleMatched' } },
          to: { departmentId: school, by: { kind: 'rule', name: 'Versuch' } },
        },
      ],
    ]);
    expect(all.groups.flatMap(({ examples }) => examples)).toEqual([]);
    const seen = value(await simulations.simulate(by('pruefung'), wanted, 1000));
    expect(seen.groups.flatMap(({ examples }) => examples.map((one) => one.id))).toEqual([id]);
    expect(value(await simulations.simulate(by('admin'), held, 1000))).toMatchObject({ moved: 0, groups: [] });
    expect(value(await simulations.simulate(by('admin'), wanted, 1)).examined).toBe(1);
    expect(codeOf(await simulations.simulate(by('hanna'), wanted, 10))).toBe('administratorsOnly');
    expect((await stored()).version).toBe(version);
  });

  it('are tried out for a bounded time, and others have their turn after each invoice', async () => {
    for (const name of ['Reihe 1', 'Reihe 2', 'Reihe 3'])
      await hall.process(name, examined(aDocument(anInvoice(name))));
    const { rules: held } = await stored();
    const [turns, looks]: [{ count: number }, number[]] = [{ count: 0 }, []];
    const turn = (): unknown => setImmediate(() => ((turns.count += 1), looks.length < 100 && turn()));
    turn();
    const begun = hall.clock.now().getTime();
    const watched = { now: () => new Date(looks.push(turns.count) && begun) };
    const whole = value(await new SimulateRouting(hall.door, watched).simulate(by('admin'), held, 1000));
    expect(whole.complete).toBe(true);
    // Before the invoices it is asked for the grants and for the end.
    const each = looks.slice(2);
    expect(each).toHaveLength(whole.examined);
    expect(new Set(each).size).toBe(each.length);
    let seconds = 0;
    const quick = { now: () => new Date(begun + (seconds += 6) * 1000) };
    const cut = value(await new SimulateRouting(hall.door, quick).simulate(by('admin'), held, 1000));
    expect(cut).toMatchObject({ complete: false, examined: 2 });
    looks.length = 100;
  });

  it('are saved by one of two who changed the same version', async () => {
    const { version } = await stored();
    const both = await Promise.all(
      ['admin', 'admin2'].map((login) => rules().save(by(login), version, [draft(`Regel von ${login}`)])),
    );
    expect(both.map(codeOf).sort()).toEqual(['changedMeanwhile', 'done']);
    expect(await stored()).toMatchObject({
      version: version + 1,
      rules: [{ name: expect.stringMatching(/^Regel von/) }],
    });
  });

  it('name a rule twice to nobody’s use', async () => {
    const { version, rules: held } = await stored();
    expect(codeOf(await rules().save(by('admin'), version, [...held, ...held]))).toBe('notFound');
    expect((await stored()).version).toBe(version);
  });
});
