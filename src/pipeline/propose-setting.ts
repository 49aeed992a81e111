import { asAdministrator, withId, type Administration, type WithId } from './as-administrator.js';
import { changedSince, done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { Ids } from './ports/ids.js';
import type { TenantDoor } from './ports/tenant-door.js';
import { changedSetting, settingEvent, settingIn, settingParsers, type ChangedSetting } from './tenant-settings.js';
import { isConfirmedSetting, type ConfirmedSettingName, type TenantSettingValues } from './tenant-settings.table.js';

/**
 * Settings that orders are measured by, as limits are: one administrator proposes a version, and it holds once another
 * has confirmed it. One proposal waits at a time, so that whoever confirms sees all that would change.
 */
export class ProposeSetting {
  constructor(
    private readonly door: TenantDoor,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @param seen the version that the proposal rests on. */
  propose<Name extends ConfirmedSettingName>(
    by: Administration,
    name: Name,
    seen: number,
    value: TenantSettingValues[Name],
  ): Promise<Outcome<WithId>> {
    const content = ['proposeSetting', name, seen, value];
    return asAdministrator(this.door, this.clock, by, content, withId, async (tenant, at) => {
      await tenant.settings.lock();
      const current = await settingIn(tenant, name);
      const stale = changedSince(seen, current.version);
      if (stale) return stale;
      if (await tenant.settings.proposalOf(name)) return refused('proposalWaiting');
      if (JSON.stringify(value) === JSON.stringify(current.value)) return refused('holdsAlready');
      const id = this.ids.next();
      const proposal = { id, name, restsOn: seen, value, proposedBy: by.personId, proposedAt: at };
      await tenant.settings.propose(proposal);
      await tenant.audit.append(settingEvent(by, 'tenant.settingProposed', { name, proposal: id }, value), at);
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
      const stale = changedSince(proposal.restsOn, (await settingIn(tenant, name)).version);
      if (stale) return stale;
      const value = settingParsers[name](proposal.value);
      const version = proposal.restsOn + 1;
      await tenant.settings.confirmProposal(id, by.personId, at);
      await tenant.settings.add(name, { version, value, proposedBy, setBy: by.personId, setAt: at });
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
