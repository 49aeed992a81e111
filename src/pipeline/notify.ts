import { mayWriteTo } from '../domain/mail/may-answer.js';
import { answerLimits } from './answer-limits.js';
import { openEndLink, openStartLink, type LinkedSubscription } from './notify-links.js';
import { done, refused, type Outcome } from './outcome.js';
import { planConfirmation, wakesOf } from './plan-answers.js';
import type { Clock } from './ports/clock.js';
import type { KeyedHash } from './ports/keyed-hash.js';
import type { Lookup } from './ports/lookup.js';
import type { SubscriptionRecord } from './ports/subscription-records.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import type { WakeQueue } from './ports/wake-queue.js';
import { sha256 } from './sha256.js';
import { canBeFollowed } from './way-out.js';

/** What a supplier's browser is told about a subscription: nothing that it did not know. */
export interface Notified {
  /** The delivery's number, as its receipt has it. */
  readonly deliveryNumber: string;
  /** The town's name in addresses. */
  readonly slug: string;
}

/**
 * Being told of later steps by mail. Nobody is told who has not proved to read the address: by the link in a mail to it.
 * Each call may be repeated; it changes nothing the second time.
 */
export class Notify {
  constructor(
    private readonly lookup: Lookup,
    private readonly door: TenantDoor,
    private readonly queue: WakeQueue,
    private readonly clock: Clock,
    private readonly keyedHash: KeyedHash,
  ) {}

  /**
   * Asks the address by mail whether it wants to be told of the delivery behind a tracking token. The answer is the same
   * whether a mail is sent or not (asked already, asked too often today), so that nobody learns what an address gets.
   */
  async ask(token: string, address: string, language: 'de' | 'en'): Promise<Outcome<Notified>> {
    const found = await this.lookup.tracking(sha256(token));
    const at = this.clock.now();
    if (!found || found.expiresAt <= at) return refused('notFound');
    const { tenantId, deliveryId } = found;
    const asked = await this.door.inTenant(tenantId, async (tenant) => {
      const allowed = mayWriteTo(address, await tenant.answers.ownAddresses());
      if (allowed.kind === 'silent') return refused('addressNotUsable');
      if (tenant.answering === null) return refused('noMailHere');
      if (!canBeFollowed(await tenant.answers.findMail(deliveryId))) return refused('noMailHere');
      const known = await tenant.subscriptions.findOf(deliveryId, allowed.to);
      const others = known ? 0 : await tenant.subscriptions.countOf(deliveryId);
      if (others >= answerLimits.subscriptionsPerDelivery) return refused('tooManyAddresses');
      const subscription = await tenant.subscriptions.findOrAdd({
        id: tenant.answering.ids.next(),
        deliveryId,
        address: allowed.to,
        language,
        askedAt: at,
      });
      const isActive = subscription.confirmedAt !== null && subscription.endedAt === null;
      const planned = isActive ? null : await planConfirmation(tenant, subscription, at);
      if (planned?.kind === 'silent' && planned.because === 'noWayOut') return refused('noMailHere');
      return done({ planned, notified: await notifiedOf(tenant, subscription) });
    });
    if (asked.kind === 'refused') return asked;
    const { planned, notified } = asked.value;
    for (const wake of planned ? wakesOf(planned) : []) await this.queue.wake(wake);
    return done(notified);
  }

  /**
   * Follows the link of a mail: from now on the address is told. A link holds until its delivery cannot be followed any
   * more, and not after somebody has ended what it began: old mails must not begin anew what an address wants no more.
   */
  confirm(signed: string): Promise<Outcome<Notified>> {
    const linked = openStartLink(this.keyedHash, signed);
    return this.follow(linked, async (tenant, subscription, at) => {
      const { id, deliveryId, confirmedAt, endedAt } = subscription;
      const delivery = await tenant.deliveries.get(deliveryId);
      const mail = await tenant.answers.findMail(deliveryId);
      if (delivery.trackingExpiresAt <= at || !canBeFollowed(mail)) return false;
      if (confirmedAt !== null && endedAt === null) return true;
      if (linked?.endedAt?.getTime() !== endedAt?.getTime()) return false;
      await tenant.subscriptions.confirm(id, at);
      await append(tenant, subscription, 'delivery.subscribed', at);
      return true;
    });
  }

  /** Follows the link at the end of each mail: from now on the address is left alone. */
  end(signed: string): Promise<Outcome<Notified>> {
    return this.follow(openEndLink(this.keyedHash, signed), async (tenant, subscription, at) => {
      if (subscription.endedAt !== null) return true;
      await tenant.subscriptions.end(subscription.id, at);
      await append(tenant, subscription, 'delivery.unsubscribed', at);
      return true;
    });
  }

  private async follow(
    linked: LinkedSubscription | null,
    change: (tenant: TenantRecords, subscription: SubscriptionRecord, at: Date) => Promise<boolean>,
  ): Promise<Outcome<Notified>> {
    if (linked === null) return refused('notFound');
    return this.door.inTenant(linked.tenantId, async (tenant) => {
      const subscription = await tenant.subscriptions.findForChange(linked.subscriptionId);
      if (!subscription || !(await change(tenant, subscription, this.clock.now()))) return refused('notFound');
      return done(await notifiedOf(tenant, subscription));
    });
  }
}

async function notifiedOf(tenant: TenantRecords, { deliveryId }: SubscriptionRecord): Promise<Notified> {
  const { number: deliveryNumber } = await tenant.deliveries.get(deliveryId);
  return { deliveryNumber, slug: (await tenant.answers.town()).slug };
}

/** The link is the proof; who has followed it is nobody that the house knows. */
async function append(
  tenant: TenantRecords,
  { id, deliveryId, address }: SubscriptionRecord,
  event: 'delivery.subscribed' | 'delivery.unsubscribed',
  at: Date,
): Promise<void> {
  await tenant.audit.append(
    {
      subject: { kind: 'delivery', id: deliveryId },
      event,
      actor: { kind: 'system', id: 'worker' },
      facts: { subscription: id },
      payload: { address },
    },
    at,
  );
}
