import {
  checkSeal,
  compareAnchor,
  compareChain,
  readChain,
  type ChainReading,
  type Problem,
  type ProblemCode,
} from '../domain/audit/verify.js';
import type { Seal } from '../domain/audit/seal.js';
import type { DocumentStore } from './ports/document-store.js';
import type { Lookup } from './ports/lookup.js';
import type { AuditReader, ChainRecord, SealAnchor, SealLedger, SealSigner } from './ports/seal-ledger.js';
import { sha256 } from './sha256.js';

/** What `audit verify` reports. */
export interface Verification {
  readonly problems: readonly Problem[];
  readonly events: number;
  readonly chains: number;
  readonly seals: number;
  readonly originals: number;
  /** Events that no seal has seen yet: not wrong, but not proved against a rebuilt database either. */
  readonly unsealedEvents: number;
  /** Seals that have not left the database: one for a moment after each sealing; more mean that the anchor is gone. */
  readonly unanchoredSeals: number;
}

export interface VerificationScope {
  /** Missing: all tenants. */
  readonly tenantId?: string;
  /** Whether the originals' bytes are read and compared with their names. */
  readonly originals?: boolean;
}

/** Recomputes everything: each chain, each seal, the anchor, each invoice's state, each original's bytes. */
export class VerifyAuditLog {
  constructor(
    private readonly lookup: Lookup,
    private readonly reader: AuditReader,
    private readonly ledger: SealLedger,
    private readonly signer: SealSigner,
    private readonly anchor: SealAnchor,
    private readonly documents: DocumentStore,
  ) {}

  /** All tenants, or one; the seals in any case. */
  async verify({ tenantId: only, originals = true }: VerificationScope = {}): Promise<Verification> {
    // What left the database first, then the seals, then the events: what is written meanwhile is then not sealed or not
    // anchored yet, never something that seems to be missing.
    const anchored = await this.anchor.seals();
    const { seals, tenants: sealedTenants, problems: sealProblems } = await this.verifySeals();
    const problems: Problem[] = [...sealProblems, ...compareAnchor(seals, anchored)];
    const counts = { events: 0, chains: 0, originals: 0, unsealedEvents: 0 };
    // The seals remember tenants whose rows are gone.
    const all = new Set([...(await this.lookup.tenants()).map((tenant) => tenant.id), ...sealedTenants]);
    const tenants = only === undefined ? all : [only];
    for (const tenantId of tenants) {
      for await (const chain of this.reader.chains(tenantId)) {
        const reading = readChain(chain.events, sha256);
        problems.push(...verifyChain(chain, reading));
        // What the log itself says was disposed of is not missing.
        const names = originals && reading.state !== 'disposed' ? new Set(reading.originals) : [];
        for (const name of names) {
          problems.push(...(await this.verifyOriginal(chain, name)));
          counts.originals += 1;
        }
        counts.chains += 1;
        counts.events += chain.events.length;
        counts.unsealedEvents += unsealedEvents(chain);
      }
    }
    const anchoredNumbers = new Set(anchored.map((seal) => seal.number));
    const unanchoredSeals = seals.filter((seal) => !anchoredNumbers.has(seal.number)).length;
    return { problems, seals: seals.length, unanchoredSeals, ...counts };
  }

  private async verifySeals(): Promise<{
    readonly seals: readonly Seal[];
    readonly tenants: ReadonlySet<string>;
    readonly problems: readonly Problem[];
  }> {
    const seals: Seal[] = [];
    const tenants = new Set<string>();
    const problems: Problem[] = [];
    for (;;) {
      const page = await this.ledger.seals(seals.at(-1)?.number ?? 0, 100);
      for (const seal of page) {
        const members = await this.ledger.members(seal.number);
        problems.push(...checkSeal(seal, seals.at(-1) ?? null, members, (one) => this.signer.check(one), sha256));
        for (const { tenantId } of members) tenants.add(tenantId);
        seals.push(seal);
      }
      if (page.length < 100) return { seals, tenants, problems };
    }
  }

  private async verifyOriginal({ tenantId, subject }: ChainRecord, name: string): Promise<readonly Problem[]> {
    const bytes = await this.documents.read(tenantId, name);
    if (bytes !== null && sha256(bytes) === name) return [];
    return [{ code: bytes === null ? 'originalMissing' : 'originalAltered', tenantId, subject, number: null }];
  }
}

/** What is wrong with a chain beside its head, its seals and its invoice. */
export function verifyChain(chain: ChainRecord, reading: ChainReading): readonly Problem[] {
  const { tenantId, subject, invoice } = chain;
  const isInvoice = subject.kind === 'invoice';
  const checks: readonly (readonly [ProblemCode, boolean])[] = [
    ['stateDiffers', !isInvoice || reading.state === invoice?.state],
    ['originalDiffers', !isInvoice || invoice === null || reading.originals.includes(invoice.originalSha256)],
  ];
  const number = reading.last?.number ?? null;
  return [
    ...reading.problems,
    ...compareChain(tenantId, subject, reading, chain.head, chain.sealed),
    ...checks.flatMap(([code, holds]) => (holds ? [] : [{ code, tenantId, subject, number }])),
  ];
}

/** How many events at a chain's end no seal has seen. */
export function unsealedEvents(chain: ChainRecord): number {
  const sealedUpTo = chain.sealed.reduce((highest, head) => Math.max(highest, head.number), 0);
  return chain.events.filter((event) => event.number > sealedUpTo).length;
}
