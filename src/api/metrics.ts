import type { NextFunction, Request, Response } from 'express';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Clock } from '../pipeline/ports/clock.js';
import type { Lookup } from '../pipeline/ports/lookup.js';

/** Due rows are counted up to this many; more is "many" for whoever watches. */
const countedDueRows = 10_000;

/** The numbers of this process, for Prometheus. */
export class Metrics {
  readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'eingang_http_request_seconds',
    help: 'Requests by route and status, with their duration',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [this.registry],
  });
  private readonly wakes = new Counter({
    name: 'eingang_wakes_total',
    help: 'Wakes handled, by kind of work and outcome',
    labelNames: ['kind', 'outcome'],
    registers: [this.registry],
  });
  private readonly seals = new Counter({
    name: 'eingang_seals_total',
    help: 'Seals written over the audit log',
    registers: [this.registry],
  });

  constructor(lookup: Lookup, clock: Clock) {
    const due: Gauge = new Gauge({
      name: 'eingang_due_rows',
      help: 'Rows whose work is due, over all tenants',
      registers: [this.registry],
      collect: async (): Promise<void> => due.set((await lookup.dueWork(clock.now(), countedDueRows)).length),
    });
  }

  /** Notes each request once it has been answered, under its route and never under its address. */
  readonly observe = (request: Request, response: Response, next: NextFunction): void => {
    const end = this.requests.startTimer({ method: request.method });
    response.on('finish', () => {
      const route: unknown = request.route?.path;
      end({ route: typeof route === 'string' ? route : 'none', status: String(response.statusCode) });
    });
    next();
  };

  handled(kind: string, outcome: 'done' | 'failed'): void {
    this.wakes.inc({ kind, outcome });
  }

  sealed(seals: number): void {
    this.seals.inc(seals);
  }
}
