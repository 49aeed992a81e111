import { done, refused, type Outcome } from './outcome.js';
import type { Lookup } from './ports/lookup.js';
import type { TenantDoor } from './ports/tenant-door.js';
import { settingIn } from './tenant-settings.js';
import { textNames, type TenantText, type TextName } from './tenant-settings.table.js';

/** What everybody may know of a tenant's counter. */
export interface CounterView {
  readonly slug: string;
  readonly name: string;
  readonly open: boolean;
  /** Why it is closed, in the tenant's words; null while it is open. */
  readonly closedNote: TenantText | null;
  readonly feedbackAddress: string | null;
  /** Which texts there are to read. */
  readonly texts: Readonly<Record<TextName, boolean>>;
}

/** Where a delivery or a file to be checked goes in. */
export interface CounterEntrance {
  readonly tenantId: string;
  readonly channelId: string;
  /** Files that one address may have checked in an hour. */
  readonly checksPerHour: number;
}

/** What is said while the counter is closed and the tenant has not said anything itself. */
const closedNote: TenantText = {
  de: 'Der Schalter ist zurzeit geschlossen. Bitte senden Sie Ihre Rechnung auf dem Weg, den Ihnen Ihr Auftraggeber genannt hat.',
  en: 'The counter is closed at the moment. Please send your invoice the way that your customer has told you.',
};

/** The public side of a tenant, found by the name in its address. What is unknown and what is not there look the same. */
export class Counter {
  constructor(
    private readonly lookup: Lookup,
    private readonly door: TenantDoor,
  ) {}

  async look(slug: string): Promise<Outcome<CounterView>> {
    const found = await this.lookup.tenantBySlug(slug);
    if (!found) return refused('notFound');
    return this.door.inTenant(found.id, async (tenant) => {
      const { open, closedNote: own } = (await settingIn(tenant, 'counter')).value;
      const { imprint, privacy, accessibility, feedbackAddress } = (await settingIn(tenant, 'texts')).value;
      return done({
        slug: found.slug,
        name: found.name,
        open,
        closedNote: open ? null : (own ?? closedNote),
        feedbackAddress,
        texts: { imprint: imprint !== null, privacy: privacy !== null, accessibility: accessibility !== null },
      });
    });
  }

  async text(slug: string, name: string): Promise<Outcome<TenantText>> {
    const known = textNames.find((one) => one === name);
    const found = known === undefined ? null : await this.lookup.tenantBySlug(slug);
    if (known === undefined || !found) return refused('notFound');
    return this.door.inTenant(found.id, async (tenant) => {
      const text = (await settingIn(tenant, 'texts')).value[known];
      return text === null ? refused('notFound') : done(text);
    });
  }

  /** The way in, while the counter is open. */
  async enter(slug: string): Promise<Outcome<CounterEntrance>> {
    const found = await this.lookup.tenantBySlug(slug);
    if (!found) return refused('notFound');
    return this.door.inTenant(found.id, async (tenant) => {
      const { open, quotas } = (await settingIn(tenant, 'counter')).value;
      const channel = (await tenant.town.channels()).find(({ kind }) => kind === 'upload');
      // Every tenant is born with one; where it was closed, the counter is too.
      if (!open || !channel) return refused('counterClosed');
      return done({ tenantId: found.id, channelId: channel.id, checksPerHour: quotas.checksPerAddressAndHour });
    });
  }
}
