import { toldPayload } from '../domain/audit/step-facts.js';
import { tellEvent, type EventWords } from '../domain/audit/tell-event.js';
import { done, type Outcome } from './outcome.js';
import type { HistoryEvent, TenantDoor } from './ports/tenant-door.js';
import type { Reader, ReadInvoices } from './read-invoices.js';

/** An event with its words, and who did it by name. */
export interface ToldHistoryEvent extends HistoryEvent {
  readonly words: EventWords;
  /** null for the program's own parts. */
  readonly actorName: string | null;
}

/** What has happened to an invoice, told to people. */
export class ReadHistory {
  constructor(
    private readonly invoices: ReadInvoices,
    private readonly door: TenantDoor,
  ) {}

  /** At most `limit` events, beginning after event number `after`. */
  async ofInvoice(
    reader: Reader,
    id: string,
    after: number,
    limit: number,
  ): Promise<Outcome<readonly ToldHistoryEvent[]>> {
    const found = await this.invoices.history(reader, id, after, limit);
    if (found.kind === 'refused') return found;
    const names = await this.namesFor(reader, found.value);
    const nameOf = (one: string): string | undefined => names.get(one);
    const told = found.value.map((event) => ({
      ...event,
      payload: event.payload && toldPayload(event.payload),
      words: tellEvent(event, nameOf),
      actorName: nameOf(event.actor.id) ?? null,
    }));
    return done(told);
  }

  /** Names of all that the town has (of its people to people only, machines get their ids), and the numbers of other invoices that the reader may see. */
  private async namesFor(reader: Reader, events: readonly HistoryEvent[]): Promise<ReadonlyMap<string, string>> {
    const names = await this.door.inTenant(reader.tenantId, async (tenant) => [
      ...(reader.kind === 'person' ? await tenant.people.list() : []).map(
        ({ id, displayName }) => [id, displayName] as const,
      ),
      ...(await tenant.town.names()).map(({ id, name }) => [id, name] as const),
    ]);
    const others = new Set(events.map(({ facts }) => facts['otherInvoice']));
    const numbers: (readonly [string, string])[] = [];
    for (const id of others) {
      const other = typeof id === 'string' ? await this.invoices.get(reader, id) : null;
      if (other?.kind !== 'done') continue;
      const { number, id: otherId } = other.value.invoice;
      numbers.push([otherId, number ?? otherId]);
    }
    return new Map([...names, ...numbers]);
  }
}
