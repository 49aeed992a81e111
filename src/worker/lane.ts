import type { Wake, WakeHandler, WorkKind } from '../pipeline/ports/wake-queue.js';

/** How much of one kind of work a process does at the same time. */
export interface LaneWidth {
  readonly atOnce: number;
  /** Of one tenant: its slow mail server, or its big delivery, must not hold up the other towns. */
  readonly ofTenant: number;
}

/** Work under way for each reader: while one waits for it, others use the database. */
const perReader = 2;

/** The lanes of a process: what opens documents is bounded by its readers, what talks to mail servers by how many hang. */
export function lanesFor(readers: number): Readonly<Record<WorkKind, LaneWidth>> {
  const reading = { atOnce: readers * perReader, ofTenant: readers * perReader };
  return {
    invoice: reading,
    delivery: reading,
    outbox: { atOnce: 8, ofTenant: 2 },
    mailbox: { atOnce: 8, ofTenant: 8 },
  };
}

/** Wakes of one lane that are kept; the others are let pass, and the sweep finds their rows. */
const mostWaiting = 200;

/**
 * Where work of one kind waits for its turn. A wake only stands in line: whoever brings it is not held up, so that
 * no kind of work waits for another. A row is worked on once at a time; a wake that comes meanwhile is kept and follows,
 * since the work under way may have read the row before the change.
 */
export class Lane {
  private readonly waiting = new Map<string, Wake>();
  private readonly running = new Map<string, { readonly wake: Wake; readonly ended: Promise<void> }>();
  private stopped = false;

  /** @param handler never rejects. */
  constructor(
    private readonly width: LaneWidth,
    private readonly handler: WakeHandler,
  ) {}

  bring(wake: Wake): void {
    const row = `${wake.tenantId} ${wake.id}`;
    if (this.stopped || this.waiting.has(row) || this.waiting.size >= mostWaiting) return;
    this.waiting.set(row, wake);
    this.fill();
  }

  /** Begins nothing more, and waits for what runs. What waited stays due in the database. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.waiting.clear();
    await Promise.all([...this.running.values()].map(({ ended }) => ended));
  }

  private fill(): void {
    for (const [row, wake] of this.waiting) {
      if (this.running.size >= this.width.atOnce) return;
      if (this.running.has(row) || this.runningOf(wake.tenantId) >= this.width.ofTenant) continue;
      this.waiting.delete(row);
      const ended = this.handler(wake).finally(() => {
        this.running.delete(row);
        this.fill();
      });
      this.running.set(row, { wake, ended });
    }
  }

  private runningOf(tenantId: string): number {
    return [...this.running.values()].filter(({ wake }) => wake.tenantId === tenantId).length;
  }
}
