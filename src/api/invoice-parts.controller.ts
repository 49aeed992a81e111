import { Controller, Get, Header, Param, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';
import { sentenceOf } from '../domain/validation/sentences.js';
import { ReadInvoices } from '../pipeline/read-invoices.js';
import { ForPeopleAndKeys } from './access.js';
import { Answers, AnswersBytes } from './answers.js';
import { CalledBy, type Caller } from './caller.js';
import { readerOf } from './invoices.controller.js';
import { oneMore } from './pages.js';
import { languageOf } from './problem-filter.js';
import { Problem, valueOf } from './problem.js';

const invoiceId = z.uuid();

const model = z.record(z.string(), z.unknown()).describe('The terms of EN 16931 (BT and BG) by their names');

const report = z.looseObject({
  number: z.int(),
  examinedAt: z.string(),
  verdict: z.string(),
  findings: z.array(
    z.looseObject({
      book: z.string(),
      rule: z.string(),
      severity: z.string(),
      errorClass: z.string(),
      sentence: z.string().describe('What the finding says, in the language of Accept-Language (de or en)'),
    }),
  ),
});

const historyQuery = z.strictObject({
  after: z.coerce.number().int().min(0).max(2_147_483_647).default(0).describe('Number of the last event seen'),
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
});

const history = z.object({
  events: z.array(
    z.object({
      number: z.int(),
      event: z.string(),
      occurredAt: z.string(),
      actor: z.looseObject({ kind: z.string(), id: z.string() }),
      facts: z.record(z.string(), z.unknown()),
      payload: z.record(z.string(), z.unknown()).nullable(),
    }),
  ),
  nextAfter: z.int().nullable().describe('What `after` has to be for the following events; null: there are none yet'),
});

/** What belongs to an invoice: the original, what was read, what was found, what was done. */
@ApiTags('invoices')
@Controller('api/v1/invoices/:id')
@ForPeopleAndKeys('read', 'handOver')
export class InvoicePartsController {
  constructor(private readonly invoices: ReadInvoices) {}

  /** The bytes as they were received. They are hostile until proved otherwise: nothing is to open them in place. */
  @Get('original')
  @Header('content-security-policy', "sandbox; default-src 'none'")
  @AnswersBytes('The original, byte for byte')
  async original(@CalledBy() caller: Caller, @Param('id', { schema: invoiceId }) id: string): Promise<StreamableFile> {
    const { sha256, bytes } = valueOf(await this.invoices.original(readerOf(caller), id));
    return new StreamableFile(bytes, {
      type: 'application/octet-stream',
      disposition: `attachment; filename="${sha256}"`,
      length: bytes.byteLength,
    });
  }

  /** The semantic model; absent as long as nothing has been read. */
  @Get('model')
  @Answers(200, 'The semantic model', model)
  async model(
    @CalledBy() caller: Caller,
    @Param('id', { schema: invoiceId }) id: string,
  ): Promise<z.infer<typeof model>> {
    return { ...found(valueOf(await this.invoices.model(readerOf(caller), id))) };
  }

  /** The latest report (Prüfbericht). */
  @Get('report')
  @Answers(200, 'The report', report)
  async report(
    @CalledBy() caller: Caller,
    @Param('id', { schema: invoiceId }) id: string,
    @Req() request: Request,
  ): Promise<object> {
    const stored = found(valueOf(await this.invoices.report(readerOf(caller), id)));
    const { report: examined, examinedAt, number, verdict } = stored;
    const language = languageOf(request);
    const findings = examined.findings.map((finding) => ({ ...finding, sentence: sentenceOf(finding, language) }));
    return { ...examined, findings, number, verdict, examinedAt: examinedAt.toISOString() };
  }

  /** Everything that has happened to the invoice, in its order, by pages. */
  @Get('history')
  @Answers(200, 'A page of events', history)
  async history(
    @CalledBy() caller: Caller,
    @Param('id', { schema: invoiceId }) id: string,
    @Query({ schema: historyQuery }) { after, limit }: z.infer<typeof historyQuery>,
  ): Promise<object> {
    const found = valueOf(await this.invoices.history(readerOf(caller), id, after, oneMore(limit)));
    const events = found.slice(0, limit).map((event) => ({ ...event, occurredAt: event.occurredAt.toISOString() }));
    return { events, nextAfter: found.length > limit ? (events.at(-1)?.number ?? null) : null };
  }
}

function found<T>(value: T | null): T {
  if (value === null) throw Problem.ofRefusal({ code: 'notFound', values: {} });
  return value;
}
