import { compareJudgements, inBrief, type DryRun } from '../domain/validation/dry-run.js';
import { dryRunLimits } from './limits.js';
import type { DocumentStore } from './ports/document-store.js';
import type { Examiner } from './ports/examiner.js';
import type { JudgedInvoice } from './ports/invoice-records.js';
import type { TenantDoor } from './ports/tenant-door.js';

/** What would be said of one stored invoice; `notExamined`: its original was away, or broke its reader. */
export type DryRunOfInvoice = Pick<JudgedInvoice, 'id' | 'number' | 'fileName' | 'departmentId'> &
  (
    | { readonly kind: 'examined'; readonly difference: DryRun }
    | { readonly kind: 'notExamined'; readonly cause: string }
  );

/**
 * Examines stored originals once more by the books of another day. Nothing is written: rows are read page by page in
 * transactions of their own, and as many originals are held as readers work at the same time.
 */
export class DryRunInvoices {
  constructor(
    private readonly door: TenantDoor,
    private readonly documents: DocumentStore,
    private readonly examiner: Examiner,
  ) {}

  /** @param last how many invoices, the latest that were judged; @param width how many at the same time. */
  async *run(
    tenantId: string,
    { day, last, width }: { readonly day: string; readonly last: number; readonly width: number },
  ): AsyncGenerator<DryRunOfInvoice> {
    let [before, left]: [JudgedInvoice | null, number] = [null, last];
    while (left > 0) {
      const place: JudgedInvoice | null = before;
      const page: readonly JudgedInvoice[] = await this.door.inTenant(tenantId, ({ invoices }) =>
        invoices.judged(place, Math.min(left, dryRunLimits.page)),
      );
      for (let at = 0; at < page.length; at += width)
        yield* await Promise.all(page.slice(at, at + width).map((invoice) => this.examine(tenantId, invoice, day)));
      [before, left] = [page.at(-1) ?? null, page.length === 0 ? 0 : left - page.length];
    }
  }

  private async examine(tenantId: string, invoice: JudgedInvoice, day: string): Promise<DryRunOfInvoice> {
    const { id, number, fileName, departmentId, originalSha256, stored } = invoice;
    const known = { id, number, fileName, departmentId };
    const bytes = await this.documents.read(tenantId, originalSha256);
    if (bytes === null) return { ...known, kind: 'notExamined', cause: 'originalMissing' };
    const answer = await this.examiner.examine(bytes, fileName ?? '', day);
    if (answer.kind !== 'examined') return { ...known, kind: 'notExamined', cause: answer.cause };
    const [document] = answer.examination.documents;
    if (!document) return { ...known, kind: 'notExamined', cause: 'nothingFound' };
    return { ...known, kind: 'examined', difference: compareJudgements(stored, inBrief(document)) };
  }
}
