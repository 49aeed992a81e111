import type { AuditEntry } from '../domain/audit/chain.js';
import { csrfTokenOf } from './csrf-token.js';
import { done, refused, type Outcome } from './outcome.js';
import type { SessionOwner } from './own-sessions.js';
import type { Clock } from './ports/clock.js';
import type { Ids } from './ports/ids.js';
import type { KeyedHash } from './ports/keyed-hash.js';
import type { SecondFactorRecord } from './ports/second-factor-records.js';
import type { Secrets } from './ports/secrets.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import type { TimeCodes } from './ports/time-codes.js';
import { isFactorRequired, isFresh } from './second-factor-state.js';
import { sha256 } from './sha256.js';
import { restAfter, secondFactorLimits } from './sign-in-limits.js';

/** Whoever asks, and when they last proved their second factor in this session; null: not at all. */
export interface FactorOwner extends SessionOwner {
  readonly factorAt: Date | null;
}

/** How it stands with a person's second factor. */
export interface OwnFactor {
  readonly confirmedAt: Date | null;
  readonly isRequired: boolean;
  readonly codesLeft: number;
  /** An administrator has taken it away then, and there is no new one yet. */
  readonly resetAt: Date | null;
}

/** The secrets under which a session goes on once its second factor was proved: who held the old ones holds nothing. */
export interface RenewedSession {
  readonly token: string;
  readonly csrfToken: string;
}

/** A session that goes on, and the codes for the day on which the app is lost. */
export interface ConfirmedFactor extends RenewedSession {
  readonly recoveryCodes: readonly string[];
}

/** What an authenticator app is given once. */
export interface NewFactor {
  readonly secret: string;
  readonly address: string;
}

/**
 * A person's second factor: codes of an authenticator app, and recovery codes for the day on which it is lost. A code
 * counts once, and wrong ones have the next wait, longer each time.
 */
export class SecondFactor {
  constructor(
    private readonly door: TenantDoor,
    private readonly codes: TimeCodes,
    private readonly secrets: Secrets,
    private readonly keyedHash: KeyedHash,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  look({ tenantId, personId }: FactorOwner): Promise<OwnFactor> {
    return this.door.inTenant(tenantId, async (tenant) => {
      const factor = await tenant.secondFactors.find(personId);
      return {
        confirmedAt: factor?.confirmedAt ?? null,
        isRequired: await isFactorRequired(tenant, personId, this.clock.now()),
        codesLeft: await tenant.secondFactors.codesLeft(personId),
        resetAt: factor?.resetAt ?? null,
      };
    });
  }

  /** A new key, which counts once a code of it has been given. Whoever has a factor must have proved it just now. */
  begin(owner: FactorOwner): Promise<Outcome<NewFactor>> {
    const at = this.clock.now();
    return this.door.inTenant(owner.tenantId, async (tenant) => {
      const factor = await factorForChange(tenant, owner.personId);
      if (!mayReplace(factor, owner, at)) return refused('freshFactorNeeded');
      const person = await tenant.people.find(owner.personId);
      if (!person) return refused('notFound');
      const secret = this.codes.newSecret();
      await tenant.secondFactors.save({ ...factor, pending: this.secrets.seal(placeOf(owner), secret) });
      const { name } = await tenant.answers.town();
      return done({
        secret,
        address: this.codes.address(secret, { issuer: `Eingang ${name}`, account: person.login }),
      });
    });
  }

  /** The first code of the new key: from now on it counts, the person's other sessions end, and recovery codes are new. */
  confirm(owner: FactorOwner, code: string): Promise<Outcome<ConfirmedFactor>> {
    const at = this.clock.now();
    return this.door.inTenant(owner.tenantId, async (tenant) => {
      const factor = await factorForChange(tenant, owner.personId);
      if (!mayReplace(factor, owner, at)) return refused('freshFactorNeeded');
      const step = isResting(factor, at) ? null : this.stepOf(factor.pending, owner, code, at);
      if (step === null) return this.noteWrong(tenant, factor, at);
      const session = await this.renewed(tenant, owner, at);
      if (!session) return refused('notFound');
      const { personId, pending } = factor;
      await tenant.secondFactors.save({ ...fresh(personId), secret: pending, confirmedAt: at, lastStep: step });
      await tenant.sessions.removeOthers(personId, sha256(session.token));
      await note(tenant, personId, 'person.secondFactorEnrolled', {}, at);
      return done({ ...session, recoveryCodes: await this.newCodes(tenant, personId) });
    });
  }

  /** Proves it for this session, by a code of the app or a recovery code. */
  give(owner: FactorOwner, typed: string): Promise<Outcome<RenewedSession>> {
    const at = this.clock.now();
    const code = typed.replace(/[\s-]/g, '').toLowerCase();
    return this.door.inTenant(owner.tenantId, async (tenant) => {
      const factor = await factorForChange(tenant, owner.personId);
      if (!factor.secret) return refused('noSecondFactor');
      if (isResting(factor, at)) return this.noteWrong(tenant, factor, at);
      const step = this.stepOf(factor.secret, owner, code, at);
      const isTimely = step !== null && step > factor.lastStep;
      const { personId } = factor;
      if (!isTimely && !(await tenant.secondFactors.useCode(personId, this.codeHash(owner, code), at)))
        return this.noteWrong(tenant, factor, at);
      const lastStep = isTimely ? step : factor.lastStep;
      await tenant.secondFactors.save({ ...factor, lastStep, failures: 0, lockedUntil: null });
      const session = await this.renewed(tenant, owner, at);
      if (!session) return refused('notFound');
      const facts = { by: isTimely ? 'timeCode' : 'recoveryCode' };
      await note(tenant, personId, 'person.secondFactorGiven', facts, at);
      return done(session);
    });
  }

  /** Ten new recovery codes; the old ones end. */
  renewCodes(owner: FactorOwner): Promise<Outcome<{ readonly recoveryCodes: readonly string[] }>> {
    const at = this.clock.now();
    return this.door.inTenant(owner.tenantId, async (tenant) => {
      const factor = await factorForChange(tenant, owner.personId);
      if (!factor.secret) return refused('noSecondFactor');
      if (!mayReplace(factor, owner, at)) return refused('freshFactorNeeded');
      await note(tenant, owner.personId, 'person.recoveryCodesRenewed', {}, at);
      return done({ recoveryCodes: await this.newCodes(tenant, owner.personId) });
    });
  }

  /** null: it has ended meanwhile. */
  private async renewed(tenant: TenantRecords, owner: FactorOwner, at: Date): Promise<RenewedSession | null> {
    const token = this.ids.secret();
    const to = { tokenHash: sha256(token), factorAt: at };
    if (!(await tenant.sessions.renew(sha256(owner.token), to))) return null;
    return { token, csrfToken: csrfTokenOf(this.keyedHash, token) };
  }

  private stepOf(sealed: Uint8Array | null, owner: FactorOwner, code: string, at: Date): number | null {
    const secret = sealed && this.secrets.open(placeOf(owner), sealed);
    return secret === null ? null : this.codes.stepOf(secret, code, at);
  }

  private async noteWrong(tenant: TenantRecords, factor: SecondFactorRecord, at: Date): Promise<Outcome<never>> {
    const resting = isResting(factor, at);
    const failures = resting ? factor.failures : factor.failures + 1;
    const restMs = resting ? null : restAfter(failures);
    const lockedUntil = restMs === null ? factor.lockedUntil : new Date(at.getTime() + restMs);
    await tenant.secondFactors.save({ ...factor, failures, lockedUntil });
    const facts = { cause: resting ? 'locked' : 'code' };
    await note(tenant, factor.personId, 'person.secondFactorRefused', facts, at);
    return refused('codeRefused');
  }

  private async newCodes(tenant: TenantRecords, personId: string): Promise<readonly string[]> {
    const codes = Array.from({ length: secondFactorLimits.recoveryCodes }, () => readableCode(this.ids.secret()));
    const owner = { tenantId: tenant.tenantId, personId };
    await tenant.secondFactors.replaceCodes(
      personId,
      codes.map((code) => this.codeHash(owner, code.replaceAll('-', ''))),
    );
    return codes;
  }

  private codeHash({ tenantId, personId }: Pick<FactorOwner, 'tenantId' | 'personId'>, code: string): string {
    return this.keyedHash.hex('recoveryCode', `${tenantId} ${personId} ${code}`);
  }
}

const placeOf = ({ tenantId, personId }: Pick<FactorOwner, 'tenantId' | 'personId'>): string =>
  `secondFactor ${tenantId} ${personId}`;

const fresh = (personId: string): SecondFactorRecord => ({
  ...{ personId, secret: null, confirmedAt: null, pending: null, lastStep: 0 },
  ...{ failures: 0, lockedUntil: null, resetAt: null },
});

/** The person's row locked, so that codes given at once are tried one after the other. */
async function factorForChange(tenant: TenantRecords, personId: string): Promise<SecondFactorRecord> {
  await tenant.people.findForChange(personId);
  return (await tenant.secondFactors.findForChange(personId)) ?? fresh(personId);
}

/** The first one rests on the password alone; every later one on the one before. */
const mayReplace = ({ secret }: SecondFactorRecord, { factorAt }: FactorOwner, at: Date): boolean =>
  secret === null || isFresh(factorAt, secondFactorLimits.freshMinutes, at);

const isResting = ({ lockedUntil }: SecondFactorRecord, at: Date): boolean => lockedUntil !== null && lockedUntil > at;

/** 16 of base32's letters and digits in groups of four: 80 bits, and nothing that looks like something else. */
function readableCode(secret: string): string {
  const letters = [...Buffer.from(secret, 'base64url').subarray(0, 16)].map((byte) => alphabet[byte % alphabet.length]);
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

async function note(
  tenant: TenantRecords,
  personId: string,
  event: AuditEntry['event'],
  facts: Readonly<Record<string, string>>,
  at: Date,
): Promise<void> {
  const person = { kind: 'person', id: personId } as const;
  await tenant.audit.append({ subject: person, event, actor: person, facts }, at);
}
