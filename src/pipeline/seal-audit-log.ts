import { nextSeal, sealLimits, type Seal, type SealedHead } from '../domain/audit/seal.js';
import { keyAfter } from '../domain/audit/verify.js';
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
    return this.ledger.sealNext(sealLimits.maxEvents, (heads, previous) =>
      heads.length === 0 ? null : this.signed(heads, previous),
    );
  }

  /**
   * Lets the present key announce the next one in a seal of its own, which may have no heads: from then on only the next
   * key seals. Returns the seal's number.
   */
  async announceKey(nextKeyId: string): Promise<number> {
    let number = 0;
    await this.ledger.sealNext(sealLimits.maxEvents, (heads, previous) => {
      const seal = this.signed(heads, previous, nextKeyId);
      number = seal.number;
      return seal;
    });
    await this.anchorMissing();
    return number;
  }

  /** @throws Error where another key was announced: what this one seals would prove nothing any more. */
  private signed(heads: readonly SealedHead[], previous: Seal | null, nextKeyId?: string): Seal {
    const { signer } = this;
    if (previous?.keyId === signer.keyId && keyAfter(previous) !== signer.keyId)
      throw new Error(
        `The seal key ${keyAfter(previous)} was announced: set EINGANG_SEAL_KEY_FILE to it and start anew.`,
      );
    const sealedAt = this.clock.now().toISOString();
    const unsigned = nextSeal(heads, previous, sealedAt, sha256, nextKeyId);
    return { ...unsigned, sealedAt, signature: signer.sign(unsigned.body), keyId: signer.keyId };
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
