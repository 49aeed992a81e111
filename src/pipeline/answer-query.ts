import type { AcceptDelivery, SentPart, TrackedReceipt } from './accept-delivery.js';
import { roomAtCounter } from './counter-quotas.js';
import { openQueryLink, type LinkedQuery } from './notify-links.js';
import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { Ids } from './ports/ids.js';
import type { KeyedHash } from './ports/keyed-hash.js';
import type { QueryRecord } from './ports/query-records.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';

/** A query as whoever holds its link sees it: nothing but what the mail has told. */
export interface AskedQuery {
  readonly town: { readonly slug: string; readonly name: string };
  readonly invoiceNumber: string | null;
  readonly fileName: string | null;
  readonly question: string;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
  /** Whether it still waits for an answer. */
  readonly isOpen: boolean;
}

/** What a supplier answers through the link. */
export interface WantedAnswer {
  readonly signed: string;
  /** Network address; it is counted, and never stored as it is. */
  readonly address: string;
  readonly idempotencyKey: string;
  /** What they say, as a text, and what they attach. */
  readonly parts: readonly SentPart[];
}

const dayMs = 24 * 60 * 60 * 1000;
/** How long a link leads to its query. */
const linkDays = 400;

/** Answers to queries through the link of the mail that asks, or of the tracking page. The signature is who calls. */
export class AnswerQuery {
  constructor(
    private readonly door: TenantDoor,
    private readonly deliveries: AcceptDelivery,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly keyedHash: KeyedHash,
  ) {}

  look(signed: string): Promise<Outcome<AskedQuery>> {
    return this.behind(signed, async (tenant, query) => {
      const { slug, name } = await tenant.answers.town();
      const { number, fileName } = await tenant.invoices.get(query.invoiceId);
      const { question, askedAt, answeredAt } = query;
      return done({
        ...{ town: { slug, name }, invoiceNumber: number, fileName },
        ...{ question, askedAt, answeredAt, isOpen: await isOpen(tenant, query) },
      });
    });
  }

  /** For whom reading the request takes room. */
  tenantOf(signed: string): string | null {
    return openQueryLink(this.keyedHash, signed)?.tenantId ?? null;
  }

  /** Takes the answer in as a delivery; the invoice goes on once it has been sorted. */
  async answer({ signed, address, idempotencyKey, parts }: WantedAnswer): Promise<Outcome<TrackedReceipt>> {
    const found = await this.behind(signed, async (tenant, query, { tenantId }) => {
      const channel = (await tenant.town.channels()).find(({ kind }) => kind === 'upload');
      if (!channel) return refused('counterClosed');
      return done({ tenantId, channelId: channel.id, queryId: query.id, open: await isOpen(tenant, query) });
    });
    if (found.kind === 'refused') return found;
    const { tenantId, channelId, queryId, open } = found.value;
    const caller = `query:${this.keyedHash.hex('counterAddress', `${address} ${queryId}`)}`;
    if (!open && !(await this.wasTaken(tenantId, caller, idempotencyKey))) return refused('queryClosed');
    const bytes = parts.reduce((sum, part) => sum + part.bytes.byteLength, 0);
    return this.deliveries.accept({
      ...{ tenantId, channelId, idempotencyKey, caller, parts },
      actor: { kind: 'system', id: 'supplier' },
      ...{ fields: { query: queryId }, sender: null, portalReceivedAt: null, answersQuery: queryId },
      mode: 'waiting',
      room: roomAtCounter(this.keyedHash, { address, bytes, isAsked: true }, this.ids.next()),
    });
  }

  /** Who repeats a lost call gets its answer, also when the invoice has gone on meanwhile. */
  private wasTaken(tenantId: string, caller: string, key: string): Promise<boolean> {
    return this.door.inTenant(tenantId, async (tenant) => (await tenant.idempotency.find(caller, key)) !== null);
  }

  private async behind<T>(
    signed: string,
    work: (tenant: TenantRecords, query: QueryRecord, linked: LinkedQuery) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const linked = openQueryLink(this.keyedHash, signed);
    if (linked === null) return refused('notFound');
    return this.door.inTenant(linked.tenantId, async (tenant) => {
      const query = await tenant.queries.find(linked.queryId);
      const isOver = query && query.askedAt.getTime() + linkDays * dayMs < this.clock.now().getTime();
      return query && !isOver ? work(tenant, query, linked) : refused('notFound');
    });
  }
}

async function isOpen(tenant: TenantRecords, { id, invoiceId }: QueryRecord): Promise<boolean> {
  const latest = await tenant.queries.latest(invoiceId);
  return latest?.id === id && (await tenant.invoices.get(invoiceId)).state === 'query';
}
