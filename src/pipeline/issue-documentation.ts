import { z } from 'zod';
import { RECORD_READERS } from '../domain/access/role-groups.js';
import { differencesOf, differencesSection, type Difference } from '../domain/documentation/differences.js';
import type { Configuration } from '../domain/documentation/configuration.js';
import type { Document, Head } from '../domain/documentation/document.js';
import { procedureOf } from '../domain/documentation/procedure.js';
import { processingRecordOf } from '../domain/documentation/processing-record.js';
import { htmlOf } from '../domain/documentation/render-html.js';
import { markdownOf } from '../domain/documentation/render-markdown.js';
import { asAdministrator, holdsAnyOf, type Administration } from './as-administrator.js';
import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { DocumentKind, IssuedContent, IssuedDocument } from './ports/documentation-records.js';
import type { Ids } from './ports/ids.js';
import type { Installation } from './ports/installation.js';
import type { SealSigner } from './ports/seal-ledger.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import { configurationIn } from './read-configuration.js';
import type { Inquirer } from './read-town.js';
import { sha256 } from './sha256.js';
import { townDay } from './town-day.js';

const MAKERS: Readonly<Record<DocumentKind, (configuration: Configuration) => Document>> = {
  procedure: procedureOf,
  processing: processingRecordOf,
};

/** How many versions a list shows. */
const listed = 200;

/** What was issued; `issued` false: nothing has changed since that version, and it still holds. */
export const issuedAnswer = z.object({ id: z.string(), version: z.int(), issued: z.boolean() });
export type Issued = z.infer<typeof issuedAnswer>;

/** A kind of document as it would be issued now, beside what was issued last. */
export interface Draft {
  readonly latest: IssuedDocument | null;
  readonly differences: readonly Difference[];
  readonly html: string;
  readonly markdown: string;
}

/** Documents about the procedure itself, made of what is configured, each version kept as it was issued. */
export class IssueDocumentation {
  constructor(
    private readonly door: TenantDoor,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly signer: SealSigner,
    private readonly installation: Installation,
  ) {}

  list(by: Inquirer): Promise<Outcome<readonly IssuedDocument[]>> {
    return this.reading(by, (tenant) => tenant.documentation.list(listed));
  }

  /** What would be issued now. */
  draft(by: Inquirer, kind: DocumentKind): Promise<Outcome<Draft>> {
    return this.reading(by, (tenant) => this.draftIn(tenant, kind));
  }

  /** The same for whoever runs the installation. */
  draftFor(tenantId: string, kind: DocumentKind): Promise<Draft> {
    return this.door.inTenant(tenantId, (tenant) => this.draftIn(tenant, kind));
  }

  find(by: Inquirer, id: string): Promise<Outcome<IssuedDocument & IssuedContent>> {
    return this.door.inTenant(by.tenantId, async (tenant) => {
      if (!(await this.mayRead(tenant, by))) return refused('recordsOnly');
      const found = await tenant.documentation.find(id);
      return found ? done(found) : refused('notFound');
    });
  }

  /** Issues the next version, unless it would say the same as the last one. */
  issue(by: Administration, kind: DocumentKind): Promise<Outcome<Issued>> {
    return asAdministrator(this.door, this.clock, by, ['issueDocument', kind], issuedAnswer, async (tenant, at) => {
      await tenant.documentation.lock();
      const latest = await tenant.documentation.latest(kind);
      const content = await this.contentIn(tenant, kind, at);
      const differences = latest && differencesOf(latest.content, content);
      if (latest && differences?.length === 0) return done({ id: latest.id, version: latest.version, issued: false });
      const version = (latest?.version ?? 0) + 1;
      const written = rendered(content, at, version, latest, differences ?? []);
      const hashes = { htmlSha256: sha256(written.html), markdownSha256: sha256(written.markdown) };
      const id = this.ids.next();
      const row = { id, kind, version, issuedBy: by.personId, issuedAt: at, ...hashes };
      await tenant.documentation.add({ ...row, content, ...written });
      const subject = { kind: 'tenant', id: by.tenantId } as const;
      const actor = { kind: 'person', id: by.personId } as const;
      const facts = { document: id, kind, version, ...hashes };
      await tenant.audit.append({ subject, event: 'tenant.documentIssued', actor, facts }, at);
      return done({ id, version, issued: true });
    });
  }

  private async draftIn(tenant: TenantRecords, kind: DocumentKind): Promise<Draft> {
    const at = this.clock.now();
    const latest = await tenant.documentation.latest(kind);
    const content = await this.contentIn(tenant, kind, at);
    const differences = latest === null ? [] : differencesOf(latest.content, content);
    return { latest, differences, ...rendered(content, at, null, latest, differences) };
  }

  private async contentIn(tenant: TenantRecords, kind: DocumentKind, at: Date): Promise<Document> {
    const sealKeys = this.signer.publicKeys().map(({ keyId }) => keyId);
    return MAKERS[kind](await configurationIn(tenant, { installation: this.installation.facts, sealKeys }, at));
  }

  private reading<T>(by: Inquirer, read: (tenant: TenantRecords) => Promise<T>): Promise<Outcome<T>> {
    return this.door.inTenant(by.tenantId, async (tenant) =>
      (await this.mayRead(tenant, by)) ? done(await read(tenant)) : refused('recordsOnly'),
    );
  }

  private mayRead(tenant: TenantRecords, by: Inquirer): Promise<boolean> {
    return holdsAnyOf(tenant, by.personId, RECORD_READERS, this.clock.now());
  }
}

/** @param version null: a draft. */
function rendered(
  content: Document,
  at: Date,
  version: number | null,
  before: IssuedDocument | null,
  differences: readonly Difference[],
): { readonly html: string; readonly markdown: string } {
  const head: Head = [
    ['Stand', townDay(at)],
    ['Fassung', version === null ? 'Entwurf, nicht erteilt' : String(version)],
    ...(before === null
      ? []
      : [
          [
            'Vorige Fassung',
            `${String(before.version)} vom ${townDay(before.issuedAt)}, SHA-256 ${before.htmlSha256}`,
          ] as const,
        ]),
  ];
  const changes =
    before === null ? [] : [differencesSection(`Änderungen gegenüber Fassung ${String(before.version)}`, differences)];
  const whole = { ...content, sections: [...content.sections, ...changes] };
  return { html: htmlOf(whole, head), markdown: markdownOf(whole, head) };
}
