import { csvText } from '../domain/coding/csv-text.js';
import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { DocumentStore } from './ports/document-store.js';
import type { AnswerPaper, QueryRecord } from './ports/query-records.js';
import type { FileBytes } from './read-files.js';
import type { Reader, ReadInvoices } from './read-invoices.js';
import { townDay } from './town-day.js';
import { headBytes, viewableTypeOf } from './viewable-kind.js';

/** A query as the desk shows it. */
export interface SeenQuery extends QueryRecord {
  readonly isOpen: boolean;
  /** Calendar days of the town from the question to the answer, or until now. */
  readonly days: number;
  readonly mailSentAt: Date | null;
  readonly papers: readonly AnswerPaper[];
}

/** Queries about an invoice and what came back. */
export class ReadQueries {
  constructor(
    private readonly invoices: ReadInvoices,
    private readonly documents: DocumentStore,
    private readonly clock: Clock,
  ) {}

  /** The latest first. */
  list(reader: Reader, invoiceId: string): Promise<Outcome<readonly SeenQuery[]>> {
    return this.invoices.withInvoice(reader, invoiceId, async (tenant, { state }) => {
      const queries = await tenant.queries.ofInvoice(invoiceId);
      const papers = queries.length === 0 ? [] : await tenant.queries.papers(queries.map(({ id }) => id));
      const seen: SeenQuery[] = [];
      for (const [index, query] of queries.entries())
        seen.push({
          ...query,
          isOpen: index === 0 && state === 'query',
          days: daysBetween(query.askedAt, query.answeredAt ?? this.clock.now()),
          mailSentAt: query.answerId === null ? null : await tenant.queries.sentAt(query.answerId),
          papers: papers.filter(({ queryId }) => queryId === query.id),
        });
      return seen;
    });
  }

  async paper(reader: Reader, invoiceId: string, partId: string): Promise<Outcome<FileBytes>> {
    const found = await this.invoices.withInvoice(reader, invoiceId, (tenant) =>
      tenant.queries.findPaper(invoiceId, partId),
    );
    if (found.kind === 'refused') return found;
    const bytes = found.value && (await this.documents.read(reader.tenantId, found.value.sha256));
    if (!found.value || !bytes) return refused('notFound');
    return done({ fileName: found.value.fileName, bytes, type: viewableTypeOf(bytes.subarray(0, headBytes)) });
  }

  /** What an answer says: its texts, each up to `longest` characters. */
  async texts(reader: Reader, papers: readonly AnswerPaper[]): Promise<ReadonlyMap<string, string>> {
    const texts = new Map<string, string>();
    for (const { id, mediaType, sha256, sizeBytes } of papers.slice(0, mostTexts)) {
      if (!mediaType.startsWith('text/plain') || sizeBytes > longest * 4) continue;
      const bytes = await this.documents.read(reader.tenantId, sha256);
      if (bytes) texts.set(id, decoded(bytes).trim().slice(0, longest));
    }
    return texts;
  }
}

/** Texts that are shown as they are, and the UTF-16 units of each. */
const mostTexts = 20;
const longest = 20_000;

/** Mail programs of today write UTF-8; what is none was written in the alphabet that Western ones used before. */
const decoded = (bytes: Uint8Array): string => csvText(bytes).text;

const dayMs = 24 * 60 * 60 * 1000;
const daysBetween = (from: Date, to: Date): number =>
  Math.max(0, Math.round((Date.parse(townDay(to)) - Date.parse(townDay(from))) / dayMs));
