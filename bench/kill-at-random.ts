import { setTimeout as pause } from 'node:timers/promises';
import type { KillableService } from './killable-service.js';

/** A kill that happened. */
export interface Kill {
  readonly kind: 'node' | 'nodeAndPostgres';
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface KillPlan {
  /** Moments between two kills, in milliseconds. */
  readonly pauseMs: { readonly least: number; readonly most: number };
  /** How many of the kills meet node alone, from 0 to 1. */
  readonly nodeAlone: number;
  readonly seed: number;
}

/** Kills the service at random moments and starts it again, until it is told to stop; then the service runs. */
export class RandomKills {
  readonly all: Kill[] = [];
  private readonly over = new AbortController();
  private readonly random: () => number;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly service: KillableService,
    private readonly plan: KillPlan,
  ) {
    this.random = randomFrom(plan.seed);
  }

  count(kind: Kill['kind']): number {
    return this.all.filter((kill) => kill.kind === kind).length;
  }

  /** @param onFailure is told why the service could not be started again. */
  start(onFailure: (error: unknown) => void): void {
    this.running = this.repeat().catch(onFailure);
  }

  /** Kills node at this very moment; it is started again by the next random kill. */
  async now(): Promise<void> {
    if (!this.over.signal.aborted) await this.kill('node');
  }

  async stop(): Promise<void> {
    this.over.abort();
    await this.running;
  }

  private async repeat(): Promise<void> {
    const { signal } = this.over;
    const { least, most } = this.plan.pauseMs;
    for (;;) {
      await pause(least + this.random() * (most - least), undefined, { signal }).catch(() => undefined);
      if (!signal.aborted) await this.kill(this.random() < this.plan.nodeAlone ? 'node' : 'nodeAndPostgres');
      // Also at the end: an aimed kill may have left it lying.
      await this.service.start();
      if (signal.aborted) return;
    }
  }

  private async kill(kind: Kill['kind']): Promise<void> {
    const at = Date.now();
    const hit = await (kind === 'node' ? this.service.killNode() : this.service.killNodeAndPostgres());
    if (hit) this.all.push({ kind, at });
  }
}

/** A small generator (mulberry32), so that a seed gives the same moments again. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
