/** How many do something at the same time, and how long. */
export interface TurnLimits {
  readonly atOnce: number;
  /** Who takes longer gives the turn away and goes on at the side. */
  readonly slowAfterMs: number;
  /** So many at the side; for a further one whoever has been there longest is called off. */
  readonly slowAtOnce: number;
  /** Who takes longer is called off. */
  readonly wholeMs: number;
}

/** Lets only so many do something at the same time; the others wait in the order of their coming, and never for the slow. */
export class Turns {
  private readonly waiting: (() => void)[] = [];
  /** How those at the side are called off, the longest there first. */
  private readonly aside = new Set<() => void>();
  private free: number;

  constructor(private readonly limits: TurnLimits) {
    this.free = limits.atOnce;
  }

  /** @param callOff makes the work fail soon; it may be called more than once. */
  async take<T>(work: () => Promise<T>, callOff: () => void): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    const slow = setTimeout(() => this.putAside(callOff), this.limits.slowAfterMs);
    const late = setTimeout(callOff, this.limits.wholeMs);
    try {
      return await work();
    } finally {
      clearTimeout(slow);
      clearTimeout(late);
      if (!this.aside.delete(callOff)) this.next();
    }
  }

  private putAside(callOff: () => void): void {
    const [longest] = this.aside;
    if (this.aside.size >= this.limits.slowAtOnce) longest?.();
    this.aside.add(callOff);
    this.next();
  }

  private next(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free += 1;
  }
}
