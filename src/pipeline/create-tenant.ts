import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { Ids } from './ports/ids.js';
import type { Lookup } from './ports/lookup.js';
import type { Passwords } from './ports/passwords.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import { townDay } from './town-day.js';

export interface NewTenant {
  readonly slug: string;
  readonly name: string;
  /** Two, because changing rights takes two persons from the first day on. */
  readonly administrators: readonly [NewAdministrator, NewAdministrator];
}

export interface NewAdministrator {
  readonly login: string;
  readonly displayName: string;
}

export interface CreatedTenant {
  readonly tenantId: string;
  readonly channels: { readonly api: string; readonly upload: string };
  /** One-time passwords, shown once and never again. */
  readonly administrators: readonly { readonly personId: string; readonly login: string; readonly password: string }[];
}

/** A tenant is born with two administrators and its two channels; an event says who was appointed (design: guards). */
export class CreateTenant {
  constructor(
    private readonly lookup: Lookup,
    private readonly door: TenantDoor,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async create(wanted: NewTenant): Promise<Outcome<CreatedTenant>> {
    if (await this.lookup.tenantBySlug(wanted.slug)) return refused('alreadyThere', { name: wanted.slug });
    const at = this.clock.now();
    const tenantId = this.ids.next();
    const administrators = await Promise.all(
      wanted.administrators.map(async (administrator) => {
        const password = this.ids.secret();
        return {
          ...administrator,
          personId: this.ids.next(),
          password,
          passwordHash: await this.passwords.hash(password),
        };
      }),
    );
    return this.door.inTenant(tenantId, async (tenant) => {
      const actor = { kind: 'system', id: 'commandLine' } as const;
      const subject = { kind: 'tenant', id: tenantId } as const;
      await tenant.town.addTenant({ id: tenantId, slug: wanted.slug, name: wanted.name, at });
      await tenant.audit.append(
        { subject, event: 'tenant.created', actor, facts: { slug: wanted.slug }, payload: { name: wanted.name } },
        at,
      );
      const channels = {
        api: await this.openChannel(tenant, 'api', at),
        upload: await this.openChannel(tenant, 'upload', at),
      };
      for (const administrator of administrators) await this.appoint(tenant, administrator, at);
      return done({
        tenantId,
        channels,
        administrators: administrators.map(({ personId, login, password }) => ({ personId, login, password })),
      });
    });
  }

  private async openChannel(tenant: TenantRecords, kind: 'api' | 'upload', at: Date): Promise<string> {
    const id = this.ids.next();
    await tenant.town.addChannel({ id, kind, name: { api: 'Schnittstelle', upload: 'Hochladen' }[kind], at });
    const subject = { kind: 'tenant', id: tenant.tenantId } as const;
    await tenant.audit.append(
      {
        subject,
        event: 'tenant.channelOpened',
        actor: { kind: 'system', id: 'commandLine' },
        facts: { channel: id, kind },
      },
      at,
    );
    return id;
  }

  private async appoint(
    tenant: TenantRecords,
    administrator: NewAdministrator & { readonly personId: string; readonly passwordHash: string },
    at: Date,
  ): Promise<void> {
    const { personId, login, displayName, passwordHash } = administrator;
    await tenant.people.add({
      id: personId,
      login: login.toLowerCase(),
      displayName,
      passwordHash,
      passwordOneTime: true,
      failedSignIns: 0,
      lockedUntil: null,
      createdAt: at,
      leftAt: null,
    });
    const grantId = this.ids.next();
    await tenant.people.addGrant({
      id: grantId,
      personId,
      role: 'tenantAdmin',
      departmentId: null,
      limitCents: null,
      validFrom: townDay(at),
      validTo: null,
      proposedBy: null,
      proposedAt: at,
      confirmedBy: null,
      confirmedAt: at,
      revokedAt: null,
    });
    const event = { subject: { kind: 'person', id: personId }, actor: { kind: 'system', id: 'commandLine' } } as const;
    await tenant.audit.append({ ...event, event: 'person.created', facts: {}, payload: { login, displayName } }, at);
    await tenant.audit.append({ ...event, event: 'person.firstAdministrator', facts: { grant: grantId } }, at);
  }
}
