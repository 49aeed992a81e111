import { checkSeal, originalNamed, readChain, type Problem } from '../domain/audit/verify.js';
import { unsealedEvents, verifyChain } from './verify-audit-log.js';
import type { DocumentStore } from './ports/document-store.js';
import type { AuditReader, ChainRecord, SealLedger, SealSigner, SeenHead } from './ports/seal-ledger.js';
import { sha256 } from './sha256.js';

/** Whether one invoice's history is whole, and which seal bears witness to it. */
export interface InvoiceVerification {
  readonly problems: readonly Problem[];
  readonly events: number;
  /** Events that no seal has seen yet. */
  readonly unsealedEvents: number;
  /** The latest seal that has seen this history; null as long as none has. */
  readonly seal: {
    readonly number: number;
    readonly sealedAt: Date;
    /** Up to which event it has seen the history. */
    readonly upToEvent: number;
    readonly keyId: string;
  } | null;
}

/** Checks one invoice's chain, its original, and the seals on its path: the bytes, their members, their signatures. */
export class VerifyInvoice {
  constructor(
    private readonly reader: AuditReader,
    private readonly ledger: SealLedger,
    private readonly signer: SealSigner,
    private readonly documents: DocumentStore,
  ) {}

  /** null: there is no such invoice. */
  async verify(tenantId: string, invoiceId: string): Promise<InvoiceVerification | null> {
    const chain = await this.reader.chain(tenantId, { kind: 'invoice', id: invoiceId });
    if (chain.events.length === 0 && chain.invoice === null) return null;
    const last = chain.sealed.at(-1);
    const [seal, originals] = [
      last === undefined ? null : await this.checkSeal(last),
      await this.checkOriginals(chain),
    ];
    return {
      problems: [...verifyChain(chain, readChain(chain.events, sha256)), ...originals, ...(seal?.problems ?? [])],
      events: chain.events.length,
      unsealedEvents: unsealedEvents(chain),
      seal: seal?.seal ?? null,
    };
  }

  private async checkSeal({ seal: number, number: upToEvent }: SeenHead) {
    // The one before comes along: this one must follow it, and be signed by the key that it announces.
    const seals = await this.ledger.seals(Math.max(0, number - 2), number === 1 ? 1 : 2);
    const seal = seals.find((one) => one.number === number);
    if (seal === undefined)
      return { problems: [{ code: 'sealMissing', tenantId: null, subject: null, number }] as const, seal: null };
    const previous = seals.find((one) => one.number === number - 1) ?? null;
    const members = await this.ledger.members(number);
    return {
      problems: checkSeal(seal, previous, members, (one) => this.signer.check(one), sha256),
      seal: { number, sealedAt: new Date(seal.sealedAt), upToEvent, keyId: seal.keyId },
    };
  }

  private async checkOriginals({ tenantId, subject, events }: ChainRecord): Promise<readonly Problem[]> {
    const names = new Set(events.flatMap(({ body }) => originalNamed(body) ?? []));
    const problems: Problem[] = [];
    for (const name of names) {
      const bytes = await this.documents.read(tenantId, name);
      if (bytes !== null && sha256(bytes) === name) continue;
      problems.push({ code: bytes === null ? 'originalMissing' : 'originalAltered', tenantId, subject, number: null });
    }
    return problems;
  }
}
