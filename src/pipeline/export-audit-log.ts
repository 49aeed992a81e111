import { recipe } from '../domain/audit/recipe.js';
import { tenantDigests } from '../domain/audit/seal.js';
import { originalNamed } from '../domain/audit/verify.js';
import type { Clock } from './ports/clock.js';
import type { DocumentStore } from './ports/document-store.js';
import type { ExportFile, ExportTarget } from './ports/export-target.js';
import type { AuditReader, ChainRecord, SealAnchor, SealLedger, SealSigner } from './ports/seal-ledger.js';
import { sha256 } from './sha256.js';

/** What an export holds. */
export interface AuditExport {
  readonly events: number;
  readonly seals: number;
  readonly originals: number;
}

/** Writes one tenant's log so that an auditor can verify it with common tools (`RECIPE.de.md`, `RECIPE.en.md`). */
export class ExportAuditLog {
  constructor(
    private readonly reader: AuditReader,
    private readonly ledger: SealLedger,
    private readonly signer: SealSigner,
    private readonly anchor: SealAnchor,
    private readonly documents: DocumentStore,
    private readonly clock: Clock,
  ) {}

  /** @param withOriginals whether the bytes of the originals come along, or their index only. */
  async export(tenantId: string, target: ExportTarget, withOriginals: boolean): Promise<AuditExport> {
    for (const { keyId, pem } of this.signer.publicKeys()) await put(target, `keys/${keyId}.pem`, pem);
    // In the order of `audit verify`: what is written meanwhile is then not sealed yet, never missing.
    const anchored = await this.anchor.seals();
    await put(target, 'anchors.txt', anchored.map(({ number, hash }) => `${number} ${word(hash)}\n`).join(''));
    const seals = await this.writeSeals(tenantId, target);
    const counts = await this.writeChains(tenantId, target, withOriginals);
    for (const language of ['de', 'en'] as const) await put(target, `RECIPE.${language}.md`, recipe(language));
    const found = { ...counts, seals };
    const manifest = { tenant: tenantId, exportedAt: this.clock.now().toISOString(), withOriginals, ...found };
    await put(target, 'manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
    return found;
  }

  private async writeSeals(tenantId: string, target: ExportTarget): Promise<number> {
    const files = {
      seals: await target.file('seals.jsonl'),
      heads: await target.file('sealed-heads.txt'),
      digests: await target.file('seal-digests.txt'),
    };
    let [count, last] = [0, 0];
    for (;;) {
      const page = await this.ledger.seals(last, sealsAtOnce);
      for (const { number, hash, body, signature, keyId } of page) {
        const line = { number, hash: word(hash), body: oneLine(body), signature: word(signature), keyId: word(keyId) };
        await files.seals.write(`${JSON.stringify(line)}\n`);
        const members = await this.ledger.members(number);
        for (const digest of tenantDigests(members, sha256)) await files.digests.write(`${number} ${digest}\n`);
        for (const { subject, ...head } of members.filter((one) => one.tenantId === tenantId))
          await files.heads.write(
            `${number} ${tenantId} ${word(subject.kind)} ${subject.id} ${head.number} ${word(head.hash)}\n`,
          );
        [count, last] = [count + 1, number];
      }
      if (page.length < sealsAtOnce) break;
    }
    await closeAll(files);
    return count;
  }

  private async writeChains(tenantId: string, target: ExportTarget, withOriginals: boolean) {
    const files = await chainFiles(target);
    let [events, originals] = [0, 0];
    for await (const chain of this.reader.chains(tenantId)) {
      await writeChain(chain, files);
      events += chain.events.length;
      for (const name of chain.events.flatMap(({ body }) => originalNamed(body) ?? []).filter(isSha256)) {
        await files.originals.write(`${name}  originals/${name}\n`);
        originals += 1;
        if (withOriginals) await this.writeOriginal(tenantId, name, target);
      }
    }
    await closeAll(files);
    return { events, originals };
  }

  /** One that the store has lost is missing from the folder, and the recipe says so. */
  private async writeOriginal(tenantId: string, name: string, target: ExportTarget): Promise<void> {
    if (await target.has(`originals/${name}`)) return;
    const bytes = await this.documents.read(tenantId, name);
    if (bytes !== null) await put(target, `originals/${name}`, bytes);
  }
}

const sealsAtOnce = 100;

const chainFiles = async (target: ExportTarget) => ({
  events: await target.file('events.jsonl'),
  hashes: await target.file('events.sha256'),
  heads: await target.file('heads.txt'),
  payloads: await target.file('payloads.jsonl'),
  originals: await target.file('originals.txt'),
});

async function writeChain(
  { subject: { kind, id }, events, head }: ChainRecord,
  files: Awaited<ReturnType<typeof chainFiles>>,
): Promise<void> {
  for (const { number, body, hash, payload } of events) {
    await files.events.write(`${oneLine(body)}\n`);
    await files.hashes.write(`${word(hash)}\n`);
    if (payload === null) continue;
    const line = { kind: word(kind), id, number, salt: word(payload.salt), text: oneLine(payload.text) };
    await files.payloads.write(`${JSON.stringify(line)}\n`);
  }
  if (head !== null) await files.heads.write(`${word(kind)} ${id} ${head.number} ${word(head.hash)}\n`);
}

/** What is hashed never holds a line feed; one that does was tampered with, and its hash says so without it as well. */
const oneLine = (text: string): string => text.replace(/[\r\n]/g, ' ');

/** Somebody who has the database could have put anything into these columns: it is not to become another line or place. */
const word = (text: string): string => text.replace(/[^\w.+/=-]/g, '?');

const isSha256 = (name: string): boolean => /^[\da-f]{64}$/.test(name);

const closeAll = (files: Readonly<Record<string, ExportFile>>): Promise<unknown> =>
  Promise.all(Object.values(files).map((file) => file.close()));

async function put(target: ExportTarget, name: string, content: string | Uint8Array): Promise<void> {
  const file = await target.file(name);
  await file.write(content);
  await file.close();
}
