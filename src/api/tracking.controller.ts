import { Body, Controller, Get, HttpCode, Ip, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { SUPPLIER_STEPS } from '../domain/approval/lifecycle.js';
import { partFates } from '../domain/mail/part-fates.table.js';
import { reportsPage } from '../domain/validation/report-page.js';
import { Notify } from '../pipeline/notify.js';
import { TrackDelivery, type TrackedPart } from '../pipeline/track-delivery.js';
import { Answers, AnswersPage } from './answers.js';
import { wording } from './pages.js';
import { sendReportPage } from './page-answer.js';
import { languageOf } from './problem-filter.js';
import { Problem, valueOf } from './problem.js';
import { RateLimits } from './rate-limits.js';
import { plainReport, plainReportOf } from './report-answer.js';
import { countedAddress } from './sender-address.js';

const town = z.object({ slug: z.string(), name: z.string() });

const trackedPart = z.object({
  position: z.int(),
  within: z.int().nullable().describe('Position of the mail or archive that it came out of'),
  fileName: z.string(),
  sha256: z.string().nullable(),
  fate: z.enum(Object.keys(partFates)),
  fateLabel: wording,
  fateReason: wording.nullable().describe('Why it was ignored or refused'),
  step: z
    .enum(Object.keys(SUPPLIER_STEPS))
    .nullable()
    .describe('Of the invoice that the part became or belongs to; null: none'),
  status: wording.nullable(),
  statusSince: z.string().nullable(),
  invoiceNumber: z.string().nullable(),
  paidOn: z.string().nullable().describe('The day on which it was paid'),
  reasons: z
    .array(wording.extend({ line: z.int().nullable() }))
    .describe('Why it was rejected or declined, at most 20 sentences; what staff wrote stands as they wrote it'),
  faults: z
    .array(wording.extend({ line: z.int().nullable() }))
    .describe('What is wrong with the file, where another form of the invoice counts instead'),
  query: z
    .object({
      question: z.string(),
      askedAt: z.string(),
      link: z.string().describe('GET /api/v1/queries/{link}, and POST …/answer'),
    })
    .nullable()
    .describe('What staff ask, while they wait for the answer'),
  hasReport: z.boolean().describe('The whole report stands under /report'),
});

const tracked = z.object({
  number: z.string(),
  receivedAt: z.string(),
  town,
  sorted: z.boolean().describe('false: some parts have not been looked at yet'),
  notifications: z.object({ possible: z.boolean() }),
  parts: z.array(trackedPart),
});

const trackedReports = z.object({
  number: z.string(),
  receivedAt: z.string(),
  town,
  reports: z.array(
    z.object({
      fileName: z.string(),
      invoiceNumber: z.string().nullable(),
      examinedAt: z.string(),
      report: plainReport,
    }),
  ),
});

const wanted = z.strictObject({ address: z.string().trim().min(3).max(254), language: z.enum(['de', 'en']) });
const notified = z.object({ deliveryNumber: z.string(), slug: z.string() });

/** 256 random bits, base64url. */
const trackingToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

const anyToken = { schema: z.string().max(200) };

/** Whatever is no token leads nowhere, as an unknown one does. */
const usable = (token: string): string => (trackingToken.safeParse(token).success ? token : '');

/** For whoever holds the link of a receipt. */
@ApiTags('tracking')
@Controller('api/v1/tracking')
export class TrackingController {
  constructor(
    private readonly deliveries: TrackDelivery,
    private readonly notifications: Notify,
    private readonly rateLimits: RateLimits,
  ) {}

  /** What has become of a delivery. */
  @Get(':token')
  @Answers(200, 'The delivery, each of its parts, and the status of their invoices', tracked)
  async track(@Param('token', anyToken) token: string, @Ip() address: string): Promise<z.infer<typeof tracked>> {
    await this.rateLimits.take('trackingByAddress', countedAddress(address));
    const { number, receivedAt, notificationsPossible, parts, ...more } = valueOf(
      await this.deliveries.track(usable(token)),
    );
    return {
      ...more,
      number,
      receivedAt: receivedAt.toISOString(),
      notifications: { possible: notificationsPossible },
      parts: parts.map(partAnswer),
    };
  }

  /** The whole reports (Prüfberichte) of what was rejected. */
  @Get(':token/report')
  @Answers(200, 'Reports of the rejected invoices; none where nothing was rejected', trackedReports)
  async report(
    @Param('token', anyToken) token: string,
    @Ip() address: string,
    @Req() request: Request,
  ): Promise<z.infer<typeof trackedReports>> {
    await this.rateLimits.take('trackingByAddress', countedAddress(address));
    const { receivedAt, reports, ...more } = valueOf(await this.deliveries.reports(usable(token)));
    const language = languageOf(request);
    return {
      ...more,
      receivedAt: receivedAt.toISOString(),
      reports: reports.map(({ fileName, invoiceNumber, stored }) => ({
        ...{ fileName, invoiceNumber, examinedAt: stored.examinedAt.toISOString() },
        report: plainReportOf(stored.report, language),
      })),
    };
  }

  /** The same as a page of its own, German and English, to be printed or passed on. */
  @Get(':token/report/page')
  @AnswersPage('The page')
  async reportPage(
    @Param('token', anyToken) token: string,
    @Ip() address: string,
    @Res() response: Response,
  ): Promise<void> {
    await this.rateLimits.take('trackingByAddress', countedAddress(address));
    const { reports } = valueOf(await this.deliveries.reports(usable(token)));
    if (reports.length === 0) throw Problem.ofRefusal({ code: 'notFound', values: {} });
    const documents = reports.map(({ fileName, stored }) => ({ file: { name: fileName }, document: stored.report }));
    sendReportPage(response, reportsPage(documents));
  }

  /** Asks an address by mail whether it wants to be told of later steps. Repeated, it asks no second time that day. */
  @Post(':token/notifications')
  @HttpCode(202)
  @Answers(202, 'A mail is on its way, or the address has been asked already', notified)
  async notify(
    @Param('token', anyToken) token: string,
    @Ip() address: string,
    @Body({ schema: wanted }) body: z.infer<typeof wanted>,
  ): Promise<z.infer<typeof notified>> {
    await this.rateLimits.take('notificationsByAddress', countedAddress(address));
    return valueOf(await this.notifications.ask(usable(token), body.address, body.language));
  }
}

const partAnswer = ({ invoice, faults, ...part }: TrackedPart): z.infer<typeof trackedPart> => ({
  ...part,
  faults: [...faults],
  step: invoice?.step ?? null,
  status: invoice?.status ?? null,
  statusSince: invoice?.statusSince.toISOString() ?? null,
  invoiceNumber: invoice?.number ?? null,
  paidOn: invoice?.paidOn ?? null,
  reasons: [...(invoice?.reasons ?? [])],
  query: invoice?.query ? { ...invoice.query, askedAt: invoice.query.askedAt.toISOString() } : null,
  hasReport: (invoice?.hasReport ?? false) || faults.length > 0,
});
