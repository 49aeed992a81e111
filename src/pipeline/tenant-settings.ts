import { CONFIGURATION_READERS } from '../domain/access/role-groups.js';
import { z } from 'zod';
import { asAdministrator, holdsAnyOf, type Administration } from './as-administrator.js';
import type { AuditEntry } from '../domain/audit/chain.js';
import { changedSince, done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import { scheduleReminders, type RoundTimes } from './reminder-schedule.js';
import { sha256 } from './sha256.js';
import {
  approvalSetting,
  codingSetting,
  counterSetting,
  placeSetting,
  remindersSetting,
  signInSetting,
  retentionSetting,
  tenantSettings,
  textNames,
  textsSetting,
  type ConfirmedSettingName,
  type DirectSettingName,
  type TenantSettingName,
  type TenantSettingValues,
} from './tenant-settings.table.js';

/** A setting as it holds. Version 0: nothing has been set, these are the values of a new tenant. */
export interface TenantSetting<Name extends TenantSettingName> {
  readonly version: number;
  readonly value: TenantSettingValues[Name];
  readonly setBy: string | null;
  readonly setAt: Date | null;
}

export const changedSetting = z.object({ version: z.int() });
export type ChangedSetting = z.infer<typeof changedSetting>;

/** How each setting is read back: what an earlier version of the program stored must still fit its schema. */
export const settingParsers: { readonly [Name in TenantSettingName]: (stored: unknown) => TenantSettingValues[Name] } =
  {
    counter: (stored) => counterSetting.parse(stored),
    coding: (stored) => codingSetting.parse(stored),
    approval: (stored) => approvalSetting.parse(stored),
    signIn: (stored) => signInSetting.parse(stored),
    place: (stored) => placeSetting.parse(stored),
    reminders: (stored) => remindersSetting.parse(stored),
    retention: (stored) => retentionSetting.parse(stored),
    texts: (stored) => textsSetting.parse(stored),
  };

/** What holds for a tenant under a name, within a transaction. */
export async function settingIn<Name extends TenantSettingName>(
  tenant: TenantRecords,
  name: Name,
): Promise<TenantSetting<Name>> {
  const stored = await tenant.settings.current(name);
  const { counter, coding, approval, signIn, place, reminders, retention, texts } = tenantSettings;
  const unset: TenantSettingValues = {
    counter: counter.unset,
    coding: { ...coding.unset, closedYears: [] },
    approval: { ...approval.unset, steps: [...approval.unset.steps] },
    signIn: signIn.unset,
    place: place.unset,
    reminders: { ...reminders.unset, domains: [] },
    retention: { ...retention.unset, adoptions: [] },
    texts: texts.unset,
  };
  if (!stored) return { version: 0, value: unset[name], setBy: null, setAt: null };
  // Not all of the row: its secret goes to nobody who only asks what holds.
  const { version, setBy, setAt } = stored;
  return { version, value: settingParsers[name](stored.value), setBy, setAt };
}

/** When a tenant's reminders are due. */
export const roundTimesIn = async (tenant: TenantRecords): Promise<RoundTimes> => ({
  setting: (await settingIn(tenant, 'reminders')).value,
  land: (await settingIn(tenant, 'place')).value.land,
});

/** What waits for a second administrator. */
export interface ProposedSetting<Name extends ConfirmedSettingName> {
  readonly id: string;
  readonly value: TenantSettingValues[Name];
  /** A new secret goes along with it. */
  readonly renewsSecret: boolean;
  readonly proposedBy: string;
  readonly proposedAt: Date;
}

/** What holds, and what has been proposed instead. */
export interface ConfirmedSetting<Name extends ConfirmedSettingName> extends TenantSetting<Name> {
  readonly proposal: ProposedSetting<Name> | null;
}

/** Who faces the public says who they are and what they do with what they are given. */
const mayStand = ({ counter, texts }: Pick<TenantSettingValues, 'counter' | 'texts'>): boolean =>
  !counter.open || textNames.every((name) => texts[name] !== null);

/**
 * What a tenant's administrators set for all of it, each alone (`propose-setting.ts` has what takes two). Every version is
 * kept, and leaves an event in the tenant's chain.
 */
export class TenantSettings {
  constructor(
    private readonly door: TenantDoor,
    private readonly clock: Clock,
  ) {}

  /** For administration and audit; what everybody may know of it, the counter tells. */
  read<Name extends TenantSettingName>(
    by: { readonly tenantId: string; readonly personId: string },
    name: Name,
  ): Promise<Outcome<TenantSetting<Name>>> {
    return this.door.inTenant(by.tenantId, async (tenant) =>
      (await holdsAnyOf(tenant, by.personId, CONFIGURATION_READERS, this.clock.now()))
        ? done(await settingIn(tenant, name))
        : refused('administratorsOnly'),
    );
  }

  /** The same of what takes two administrators, with what waits for the second. */
  readConfirmed<Name extends ConfirmedSettingName>(
    by: { readonly tenantId: string; readonly personId: string },
    name: Name,
  ): Promise<Outcome<ConfirmedSetting<Name>>> {
    return this.door.inTenant(by.tenantId, async (tenant) => {
      if (!(await holdsAnyOf(tenant, by.personId, CONFIGURATION_READERS, this.clock.now())))
        return refused('administratorsOnly');
      const waiting = await tenant.settings.proposalOf(name);
      const proposal = waiting && {
        ...{ id: waiting.id, proposedBy: waiting.proposedBy, proposedAt: waiting.proposedAt },
        ...{ value: settingParsers[name](waiting.value), renewsSecret: waiting.secret !== null },
      };
      return done({ ...(await settingIn(tenant, name)), proposal });
    });
  }

  /** @param seen the version that the change rests on. */
  change<Name extends DirectSettingName>(
    by: Administration,
    name: Name,
    seen: number,
    value: TenantSettingValues[Name],
  ): Promise<Outcome<ChangedSetting>> {
    const content = ['changeSetting', name, seen, value];
    return asAdministrator(this.door, this.clock, by, content, changedSetting, async (tenant, at) => {
      await tenant.settings.lock();
      const held = { counter: await settingIn(tenant, 'counter'), texts: await settingIn(tenant, 'texts') };
      const current = (await settingIn(tenant, name)).version;
      const stale = changedSince(seen, current);
      if (stale) return stale;
      const after = { counter: held.counter.value, texts: held.texts.value, [name]: value };
      if (!mayStand(after)) return refused('counterNeedsTexts');
      const version = current + 1;
      await tenant.settings.add(name, {
        version,
        value,
        secret: null,
        proposedBy: null,
        setBy: by.personId,
        setAt: at,
      });
      // Holidays move the ends of periods: what was reckoned with others is reckoned again.
      if (name === 'place') await tenant.deadlines.allDue(at);
      if (name === 'place' || name === 'reminders') await scheduleReminders(tenant, await roundTimesIn(tenant), at);
      await tenant.audit.append(settingEvent(by, 'tenant.settingChanged', { name, version }, value), at);
      return done({ version });
    });
  }
}

/** An event about a setting: its digest in what is hashed, the value itself in what can be disposed of. */
export function settingEvent(
  by: Administration,
  event: Extract<AuditEntry['event'], `tenant.setting${string}`>,
  facts: AuditEntry['facts'],
  value: object,
): AuditEntry {
  const text = JSON.stringify(value);
  return {
    subject: { kind: 'tenant', id: by.tenantId },
    event,
    actor: { kind: 'person', id: by.personId },
    facts: { ...facts, valueSha256: sha256(text) },
    payload: { value: text },
  };
}
