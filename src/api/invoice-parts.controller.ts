import { Controller, Get, Header, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { reportPage } from '../domain/validation/report-page.js';
import { ReadFiles } from '../pipeline/read-files.js';
import { ReadHistory } from '../pipeline/read-history.js';
import { ReadInvoices } from '../pipeline/read-invoices.js';
import { Answers, AnswersBytes, AnswersPage } from './answers.js';
import { CalledBy, type Caller } from './caller.js';
import { attachedFile } from './file-answer.js';
import { readerOf } from './invoices.controller.js';
import { fileList, history, historyLineOf, historyQuery, model, source, storedReport } from './invoice-part-answers.js';
import { sendReportPage } from './page-answer.js';
import { oneMore, uuid } from './pages.js';
import { languageOf } from './problem-filter.js';
import { Problem, valueOf } from './problem.js';
import { plainReportOf } from './report-answer.js';

const invoiceId = uuid;

const fileId = z.string().regex(/^(?:original|embedded-\d{1,4}|[0-9a-f-]{36})$/, {
  error: 'expected the id of a file as the list of files has it',
});

/** What belongs to an invoice: its files, what was read, what was found, what was done. */
@ApiTags('invoices')
@Controller('api/v1/invoices/:id')
export class InvoicePartsController {
  constructor(
    private readonly invoices: ReadInvoices,
    private readonly files: ReadFiles,
    private readonly told: ReadHistory,
  ) {}

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

  /** The files around the invoice, and those that lie in the document; what may be shown is decided by the bytes. */
  @Get('files')
  @Answers(200, 'The files, the original first', fileList)
  async fileList(
    @CalledBy() caller: Caller,
    @Param('id', { schema: invoiceId }) id: string,
  ): Promise<z.infer<typeof fileList>> {
    return { items: [...valueOf(await this.files.list(readerOf(caller), id))] };
  }

  /** One of the files. Nothing in it can run: no page of this origin shows it but as PDF, picture or plain text. */
  @Get('files/:fileId')
  @AnswersBytes('The file, byte for byte, under its exact type if it may be shown')
  async file(
    @CalledBy() caller: Caller,
    @Param('id', { schema: invoiceId }) id: string,
    @Param('fileId', { schema: fileId }) wanted: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return attachedFile(response, valueOf(await this.files.file(readerOf(caller), id, wanted)));
  }

  /** The XML that was judged, by the lines that findings name. */
  @Get('source')
  @Answers(200, 'The XML as text', source)
  async source(
    @CalledBy() caller: Caller,
    @Param('id', { schema: invoiceId }) id: string,
  ): Promise<z.infer<typeof source>> {
    const { fileName, lines, truncated } = found(valueOf(await this.files.source(readerOf(caller), id)));
    return { fileName, lines: [...lines], truncated };
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

  /** The latest report (Prüfbericht) in plain words. */
  @Get('report')
  @Answers(200, 'The report', storedReport)
  async report(
    @CalledBy() caller: Caller,
    @Param('id', { schema: invoiceId }) id: string,
    @Req() request: Request,
  ): Promise<object> {
    const stored = found(valueOf(await this.invoices.report(readerOf(caller), id)));
    const { report: examined, examinedAt, number, verdict } = stored;
    const plain = plainReportOf({ ...examined, verdict }, languageOf(request));
    const { steps, versions, acceptance } = examined;
    return { ...plain, steps, versions, acceptance, number, examinedAt: examinedAt.toISOString() };
  }

  /** The latest report as a page of its own, German and English, to be printed or passed on. */
  @Get('report/page')
  @AnswersPage('The page')
  async reportPage(
    @CalledBy() caller: Caller,
    @Param('id', { schema: invoiceId }) id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { report, verdict } = found(valueOf(await this.invoices.report(readerOf(caller), id)));
    const { invoice } = valueOf(await this.invoices.get(readerOf(caller), id));
    sendReportPage(response, reportPage({ name: invoice.fileName ?? invoice.number ?? id }, { ...report, verdict }));
  }

  /** Everything that has happened to the invoice, in its order, by pages. */
  @Get('history')
  @Answers(200, 'A page of events', history)
  async history(
    @CalledBy() caller: Caller,
    @Param('id', { schema: invoiceId }) id: string,
    @Query({ schema: historyQuery }) { after, limit }: z.infer<typeof historyQuery>,
  ): Promise<object> {
    const events = valueOf(await this.told.ofInvoice(readerOf(caller), id, after, oneMore(limit)));
    const page = events.slice(0, limit);
    return {
      events: page.map(historyLineOf),
      nextAfter: events.length > limit ? (page.at(-1)?.number ?? null) : null,
    };
  }
}

function found<T>(value: T | null): T {
  if (value === null) throw Problem.ofRefusal({ code: 'notFound', values: {} });
  return value;
}
