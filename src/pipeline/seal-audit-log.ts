import { nextSeal, sealLimits } from '../domain/audit/seal.js';
import type { Clock } from './ports/clock.js';
import type { SealAnchor, SealLedger, SealSigner } from './ports/seal-ledger.js';
import { sha256 } from './sha256.js';

/** Seals what has been written since the last seal, and makes sure that every seal has left the database (invariant 4). */
export class SealAuditLog {
  constructor(
    private readonly ledger: SealLedger,
    private readonly signer: SealSigner,
    private readonly anchor: SealAnchor,
    private readonly clock: Clock,
  ) {}

  /** Writes seals until nothing is unsealed, then anchors those that have not left yet. Returns how many were written. */
  async seal(): Promise<number> {
    let written = 0;
    while (await this.sealOnce()) written += 1;
    await this.anchorMissing();
    return written;
  }

  /** Seals only if as many events are unsealed as one seal covers; costs one cheap question otherwise. */
  async sealIfMany(): Promise<number> {
    return (await this.ledger.unsealedEvents()) < sealLimits.maxEvents ? 0 : this.seal();
  }

  private sealOnce(): Promise<unknown> {
    return this.ledger.sealNext(sealLimits.maxEvents, (heads, previous) => {
      if (heads.length === 0) return null;
      const sealedAt = this.clock.now().toISOString();
      const unsigned = nextSeal(heads, previous, sealedAt, sha256);
      return { ...unsigned, sealedAt, signature: this.signer.sign(unsigned.body), keyId: this.signer.keyId };
    });
  }

  /** A seal that was committed and then not anchored, because the process died in between, is anchored now. */
  private async anchorMissing(): Promise<void> {
    const anchored = await this.anchor.seals();
    // Two processes may have anchored the same seals, so that the last line need not be the highest.
    let last = anchored.reduce((highest, seal) => Math.max(highest, seal.number), 0);
    for (;;) {
      const seals = await this.ledger.seals(last, 100);
      for (const seal of seals) await this.anchor.append(seal);
      last = seals.at(-1)?.number ?? last;
      if (seals.length < 100) return;
    }
  }
}
