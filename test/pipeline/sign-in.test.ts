import { createHash } from 'node:crypto';
import pg from 'pg';
import { value } from '../../demo/set-up-town.js';
import type { Outcome } from '../../src/pipeline/outcome.js';
import { ListedCommonPasswords } from '../../src/adapters/common-passwords/listed-common-passwords.js';
import { ChangePassword } from '../../src/pipeline/change-password.js';
import { OwnSessions } from '../../src/pipeline/own-sessions.js';
import { SignIn, type SignedIn } from '../../src/pipeline/sign-in.js';
import { signInLimits } from '../../src/pipeline/sign-in-limits.js';
import { Sweep } from '../../src/pipeline/sweep.js';
import { PlainKeyedHash, QuickPasswords } from '../support/memory-ports.js';
import { openTownHall, type TownHall } from './town-hall.js';

let hall: TownHall;
let door: SignIn;
let own: OwnSessions;
let passwords: ChangePassword;
beforeAll(async () => {
  hall = await openTownHall();
  door = new SignIn(hall.lookup, hall.door, new QuickPasswords(), new PlainKeyedHash(), hall.clock, hall.ids);
  own = new OwnSessions(hall.door, hall.clock);
  passwords = new ChangePassword(hall.door, new QuickPasswords(), new ListedCommonPasswords(), hall.clock);
});
afterAll(() => hall.close());

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const codeOf = (outcome: Outcome<unknown>): string => (outcome.kind === 'done' ? 'done' : outcome.refusal.code);
const passwordOf = (login: string): string => hall.town.passwords.get(login) ?? '';
const signIn = async (login: string): Promise<SignedIn> =>
  value(await door.signIn('auenfurt', login, passwordOf(login)));

describe('signing in', () => {
  it('opens a session whose secret is not stored', async () => {
    const signedIn = await signIn('hanna');
    expect(signedIn).toMatchObject({ displayName: 'Hanna Hauser', mustChangePassword: true });
    const { tenantId, personId, csrfToken, token } = signedIn;
    expect(await door.session(token)).toMatchObject({ tenantId, personId, csrfToken });
    const stored = await hall.door.inTenant(tenantId, async () => JSON.stringify(await hall.lookup.session(token)));
    expect(stored).toBe('null');
  });

  it('does not care for the case of the login', async () => {
    expect(codeOf(await door.signIn('auenfurt', 'HENRIK', passwordOf('henrik')))).toBe('done');
  });

  it.each<[string, string, string]>([
    ['an unknown town', 'nirgends', 'hanna'],
    ['an unknown login', 'auenfurt', 'niemand'],
    ['hostile texts', 'auen\u0000furt', `hanna\u0000' OR '1'='1`],
    ['half a character', 'auenfurt', '\ud800'],
  ])('refuses %s with the same words as a wrong password', async (_what, slug, login) => {
    const wrong = await door.signIn('auenfurt', 'tilda', 'falsch');
    expect(await door.signIn(slug, login, passwordOf('hanna'))).toEqual(wrong);
    expect(codeOf(wrong)).toBe('signInRefused');
  });

  it('rests after five failures, also for the right password, and longer after five more', async () => {
    const fail = async () => {
      for (let failure = 0; failure < signInLimits.failures; failure += 1)
        expect(codeOf(await door.signIn('auenfurt', 'sofia', 'falsch'))).toBe('signInRefused');
    };
    const opensAfter = async (restMs: number) => {
      hall.clock.move(restMs - 1);
      // A try meanwhile makes it no longer: otherwise anybody could keep somebody out.
      expect(codeOf(await door.signIn('auenfurt', 'sofia', passwordOf('sofia')))).toBe('signInRefused');
      hall.clock.move(1);
    };
    for (const restMs of [...signInLimits.restsMs, signInLimits.restsMs.at(-1) ?? 0]) {
      await fail();
      await opensAfter(restMs);
    }
    expect(codeOf(await door.signIn('auenfurt', 'sofia', passwordOf('sofia')))).toBe('done');
    await fail();
    await opensAfter(signInLimits.restsMs[0]);
    expect(codeOf(await door.signIn('auenfurt', 'sofia', passwordOf('sofia')))).toBe('done');
  });

  it('counts failures that come at once one by one', async () => {
    const failures = Array.from({ length: signInLimits.failures }, () => door.signIn('auenfurt', 'simon', 'falsch'));
    await Promise.all(failures);
    expect(codeOf(await door.signIn('auenfurt', 'simon', passwordOf('simon')))).toBe('signInRefused');
  });

  it('is refused to who has left', async () => {
    const left = { personId: hall.personId('tarik'), at: hall.clock.now() };
    await superuserQuery('UPDATE eingang.person SET left_at = $2 WHERE id = $1', [left.personId, left.at]);
    expect(codeOf(await door.signIn('auenfurt', 'tarik', passwordOf('tarik')))).toBe('signInRefused');
    const id = await hall.invoiceThatIs('routed', 'nach dem Abschied');
    expect(codeOf(await hall.decide('tarik', id, 'claim'))).toBe('notFound');
  });
});

async function superuserQuery(statement: string, parameters: readonly unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: hall.fresh.superuserUrl });
  await client.connect();
  await client.query(statement, [...parameters]).finally(() => client.end());
}

describe('a session', () => {
  it('ends when it is not used for an hour', async () => {
    const { token } = await signIn('greta');
    for (let quarter = 0; quarter < 6; quarter += 1) {
      hall.clock.move(signInLimits.idleMs - 1);
      expect(await door.session(token)).not.toBeNull();
    }
    hall.clock.move(signInLimits.idleMs);
    expect(await door.session(token)).toBeNull();
  });

  it('ends after twelve hours however much it is used', async () => {
    const { token } = await signIn('georg');
    for (
      let passed = 0;
      passed + signInLimits.idleMs / 2 < signInLimits.absoluteMs;
      passed += signInLimits.idleMs / 2
    ) {
      expect(await door.session(token)).not.toBeNull();
      hall.clock.move(signInLimits.idleMs / 2);
    }
    hall.clock.move(signInLimits.idleMs / 2);
    expect(await door.session(token)).toBeNull();
  });

  it('ends by signing out, and an unknown one never began', async () => {
    const { token } = await signIn('fatma');
    const session = await door.session(token);
    if (session) await door.signOut({ ...session, token });
    expect(await door.session(token)).toBeNull();
    expect(await door.session('unbekannt')).toBeNull();
  });
});

describe('the list of one’s own sessions', () => {
  it('says where and since when, and ends one or all others', async () => {
    const whence = { device: 'Firefox, Linux', address: '192.0.2.x' };
    const begun = async () => value(await door.signIn('auenfurt', 'fatma', passwordOf('fatma'), whence));
    const [here, lost, left, stranger] = [await begun(), await begun(), await begun(), await signIn('hanna')];
    const listed = await own.list(here);
    expect(listed).toHaveLength(3);
    expect(listed.filter(({ isThis }) => isThis)).toMatchObject([{ ...whence, createdAt: hall.clock.now() }]);
    expect(JSON.stringify(listed)).not.toContain(sha256(here.token));
    const [idOfLost] = (await own.list(lost)).filter(({ isThis }) => isThis).map(({ id }) => id);
    expect(codeOf(await own.end(stranger, idOfLost ?? ''))).toBe('notFound');
    expect(codeOf(await own.end(here, idOfLost ?? ''))).toBe('done');
    expect([await door.session(lost.token), await own.list(lost)]).toEqual([null, expect.any(Array)]);
    expect(codeOf(await own.end(here, idOfLost ?? ''))).toBe('notFound');
    await own.endOthers(here);
    expect(await door.session(left.token)).toBeNull();
    expect(await door.session(here.token)).not.toBeNull();
    expect(await door.session(stranger.token)).not.toBeNull();
    hall.clock.move(signInLimits.idleMs);
    expect(await own.list(here)).toEqual([]);
  });
});

it('forgets a session that has ended by itself, and no other', async () => {
  const sweep = new Sweep(hall.lookup, hall.door, hall.clock, () => undefined);
  const [idle, old] = [await signIn('greta'), await signIn('greta')];
  const known = async () => {
    await sweep.forget();
    const found = [idle, old, young].map(({ token }) => hall.lookup.session(sha256(token)));
    return (await Promise.all(found)).map((session) => session !== null);
  };
  for (let passed = 0; passed < signInLimits.absoluteMs - signInLimits.idleMs / 2; passed += signInLimits.idleMs / 2) {
    hall.clock.move(signInLimits.idleMs / 2);
    await door.session(old.token);
  }
  const young = await signIn('greta');
  expect(await known()).toEqual([false, true, true]);
  hall.clock.move(signInLimits.idleMs / 2);
  expect(await known()).toEqual([false, false, true]);
});

describe('a new password', () => {
  it('needs the old one and twelve characters, differs from it, and ends the one-time password', async () => {
    const session = await signIn('felix');
    const [old, wanted] = [passwordOf('felix'), 'zwölf Zeichen'];
    const change = async (current: string, next: string) => codeOf(await passwords.change(session, current, next));
    expect(await change(old, 'zu kurz 🙂🙂🙂')).toBe('passwordTooShort');
    expect(await change(old, old)).toBe('passwordUnchanged');
    expect(await change('falsch', wanted)).toBe('signInRefused');
    expect(await change(old, wanted)).toBe('done');
    expect(codeOf(await door.signIn('auenfurt', 'felix', old))).toBe('signInRefused');
    expect(value(await door.signIn('auenfurt', 'felix', wanted)).mustChangePassword).toBe(false);
  });

  it.each([
    ['hundertmal ä'.repeat(11), 'passwordTooLong'],
    ['Password1234', 'passwordTooCommon'],
    ['!!iloveyou2026', 'passwordTooCommon'],
    ['abababababab', 'passwordTooCommon'],
    ['Greta-Auenfurt-2026', 'passwordIsName'],
    ['greta in Auenfurt am Fluss', 'done'],
  ])('“%s”: %s', async (wanted, expected) => {
    expect(codeOf(await passwords.change(await signIn('greta'), passwordOf('greta'), wanted))).toBe(expected);
  });

  it('is the same however its characters are composed', async () => {
    const session = await signIn('tilda');
    expect(codeOf(await passwords.change(session, passwordOf('tilda'), 'gru\u0308ne Wiesen am Fluss'))).toBe('done');
    expect(codeOf(await door.signIn('auenfurt', 'tilda', 'gr\u00fcne Wiesen am Fluss'))).toBe('done');
  });

  it('ends every other session of the person, and no session of anybody else', async () => {
    const [here, elsewhere, another] = [await signIn('georg'), await signIn('georg'), await signIn('simon')];
    expect(codeOf(await passwords.change(here, passwordOf('georg'), 'ein neues Kennwort'))).toBe('done');
    expect(await door.session(here.token)).not.toBeNull();
    expect(await door.session(elsewhere.token)).toBeNull();
    expect(await door.session(another.token)).not.toBeNull();
  });
});

it('is asked for the second factor anew at the order, where the tenant wants that', async () => {
  const id = await hall.invoiceThatIs('confirmed', 'eine Anordnung mit frischem Faktor');
  await hall.set('signIn', { secondFactor: 'voluntary', freshMinutes: 5 });
  const order = async (minutesAgo: number | null) => {
    const factorAt = minutesAgo === null ? null : new Date(hall.clock.now().getTime() - minutesAgo * 60_000);
    return codeOf(await hall.decide('amtsleitung', id, 'order', { factorAt }));
  };
  expect(await order(null)).toBe('freshFactorNeeded');
  expect(await order(5)).toBe('freshFactorNeeded');
  expect(await order(4)).toBe('done');
});

it('leaves an event of everything, and no password in it', async () => {
  const { rows } = await hall.door.inTenant(hall.tenantId, async (tenant) => ({
    rows: await tenant.audit.history('person', hall.personId('felix'), 0, 100),
  }));
  expect(rows.map((event) => event.event)).toEqual(
    expect.arrayContaining(['person.created', 'person.signedIn', 'person.passwordChanged', 'person.signInRefused']),
  );
  expect(JSON.stringify(rows)).not.toContain('zwölf');
  expect((await hall.verify()).problems).toEqual([]);
});
