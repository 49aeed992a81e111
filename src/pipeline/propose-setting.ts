import { ADMINISTRATORS } from '../domain/access/role-groups.js';
import { asAdministrator, holdsAnyOf, withId, type Administration, type WithId } from './as-administrator.js';
import { keepsToken, sealBudgetToken } from './budget-token.js';
import { changedSince, done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { Ids } from './ports/ids.js';
import type { KeyedHash } from './ports/keyed-hash.js';
import type { Secrets } from './ports/secrets.js';
import type { TenantDoor } from './ports/tenant-door.js';
import { changedSetting, settingEvent, settingIn, settingParsers, type ChangedSetting } from './tenant-settings.js';
import {
  codingSetting,
  isConfirmedSetting,
  type ConfirmedSettingName,
  type TenantSettingValues,
} from './tenant-settings.table.js';

/**
 * Settings that orders are measured by, as limits are: one administrator proposes a version, and it holds once another
 * has confirmed it. One proposal waits at a time, so that whoever confirms sees all that would change.
 */
export class ProposeSetting {
  constructor(
    private readonly door: TenantDoor,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly secrets: Secrets,
    private readonly keyedHash: KeyedHash,
  ) {}

  /**
   * @param seen the version that the proposal rests on.
   * @param token of the budget system, where it gets a new one.
   */
  propose<Name extends ConfirmedSettingName>(
    by: Administration,
    name: Name,
    seen: number,
    value: TenantSettingValues[Name],
    token: string | null = null,
  ): Promise<Outcome<WithId>> {
    // What makes two calls the same is stored as a plain hash, from which a weak secret could be guessed.
    const hashed = token === null ? [] : [this.keyedHash.hex('budgetToken', token)];
    const content = ['proposeSetting', name, seen, value, ...hashed];
    return asAdministrator(this.door, this.clock, by, content, withId, async (tenant, at) => {
      await tenant.settings.lock();
      const current = await settingIn(tenant, name);
      const stale = changedSince(seen, current.version);
      if (stale) return stale;
      if (await tenant.settings.proposalOf(name)) return refused('proposalWaiting');
      if (token === null && JSON.stringify(value) === JSON.stringify(current.value)) return refused('holdsAlready');
      const [before, after] = [codingSetting.safeParse(current.value), codingSetting.safeParse(value)];
      const isKept = !before.success || !after.success || keepsToken(before.data, after.data);
      if (token === null && !isKept) return refused('secretNeeded');
      const id = this.ids.next();
      const secret = token === null ? null : sealBudgetToken(this.secrets, by.tenantId, token);
      const proposal = { id, name, restsOn: seen, value, secret, proposedBy: by.personId, proposedAt: at };
      await tenant.settings.propose(proposal);
      const facts = { name, proposal: id, renewsSecret: secret !== null };
      await tenant.audit.append(settingEvent(by, 'tenant.settingProposed', facts, value), at);
      return done({ id });
    });
  }

  confirm(by: Administration, id: string): Promise<Outcome<ChangedSetting>> {
    return asAdministrator(this.door, this.clock, by, ['confirmSetting', id], changedSetting, async (tenant, at) => {
      await tenant.settings.lock();
      const proposal = await tenant.settings.findProposal(id);
      if (!proposal || !isConfirmedSetting(proposal.name)) return refused('notFound');
      const { name, proposedBy } = proposal;
      if (proposedBy === by.personId) return refused('secondPersonNeeded');
      // Both must be administrators now: whoever has left or lost the role leaves nothing behind that still becomes a rule.
      if (!(await holdsAnyOf(tenant, proposedBy, ADMINISTRATORS, at, 'held'))) return refused('proposerMayNot');
      const stale = changedSince(proposal.restsOn, (await settingIn(tenant, name)).version);
      if (stale) return stale;
      const value = settingParsers[name](proposal.value);
      const isAuthorised = 'budgetCheck' in value && value.budgetCheck?.authorised === true;
      const secret = proposal.secret ?? (await tenant.settings.current(name))?.secret ?? null;
      const version = proposal.restsOn + 1;
      await tenant.settings.confirmProposal(id, by.personId, at);
      const setting = { version, value, secret: isAuthorised ? secret : null };
      await tenant.settings.add(name, { ...setting, proposedBy, setBy: by.personId, setAt: at });
      const facts = { name, version, proposal: id, proposedBy };
      await tenant.audit.append(settingEvent(by, 'tenant.settingChanged', facts, value), at);
      return done({ version });
    });
  }

  /** By whoever proposed it, or by any other administrator who does not agree. */
  withdraw(by: Administration, id: string): Promise<Outcome<WithId>> {
    return asAdministrator(this.door, this.clock, by, ['withdrawSetting', id], withId, async (tenant, at) => {
      await tenant.settings.lock();
      const proposal = await tenant.settings.findProposal(id);
      if (!proposal || !isConfirmedSetting(proposal.name)) return refused('notFound');
      await tenant.settings.withdrawProposal(id, by.personId, at);
      const { name, proposedBy } = proposal;
      const facts = { name, proposal: id, proposedBy };
      const value = settingParsers[name](proposal.value);
      await tenant.audit.append(settingEvent(by, 'tenant.settingProposalWithdrawn', facts, value), at);
      return done({ id });
    });
  }
}
