import { Controller, HttpCode, Ip, Param, Post, Req, UseGuards } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';
import { CheckDocument, type CheckedDocument } from '../../pipeline/check-document.js';
import { Counter } from '../../pipeline/counter.js';
import type { Outcome } from '../../pipeline/outcome.js';
import { Answers } from '../answers.js';
import { ApiSettings } from '../api-settings.js';
import { readMultipart, roomFor, usableFields } from '../multipart.js';
import { languageOf } from '../problem-filter.js';
import { Problem, valueOf, type Language } from '../problem.js';
import { RateLimits } from '../rate-limits.js';
import { plainReport, plainReportOf } from '../report-answer.js';
import { countedAddress } from '../sender-address.js';
import { UploadRoom } from '../upload-room.js';
import { SameSiteGuard } from './same-site.js';

const text = z.string().nullable();

const keyDataAnswer = z.object({
  number: text,
  issueDate: text,
  seller: text,
  gross: text.describe('Total amount with VAT (BT-112), a decimal'),
  currency: text,
  leitwegId: text.describe('Buyer reference (BT-10)'),
});

const checkedFile = z.object({
  fileName: z.string(),
  documents: z
    .array(z.object({ report: plainReport, keyData: keyDataAnswer.nullable() }))
    .describe('One of each invoice in the file; a PDF may hold several, or none'),
});

const form = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary', description: 'One file, XML or PDF.' } },
};

/** How soon it is worth another try. */
const retryAfterSeconds = '5';

@ApiTags('counter')
@Controller('api/v1/counter/:slug/checks')
@UseGuards(SameSiteGuard)
export class CounterChecksController {
  constructor(
    private readonly counter: Counter,
    private readonly checks: CheckDocument,
    private readonly settings: ApiSettings,
    private readonly room: UploadRoom,
    private readonly rateLimits: RateLimits,
  ) {}

  /** Says what would be found, were the file sent. Nothing of it is kept, so that this takes no Idempotency-Key. */
  @Post()
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: form })
  @Answers(200, 'The report (Prüfbericht) in plain words', checkedFile)
  async check(
    @Param('slug', { schema: z.string().max(100) }) slug: string,
    @Ip() ip: string,
    @Req() request: Request,
  ): Promise<z.infer<typeof checkedFile>> {
    const address = countedAddress(ip);
    await this.rateLimits.take('counterByAddress', address);
    const { tenantId, checksPerHour } = valueOf(await this.counter.enter(slug));
    await this.rateLimits.takeOf('checksByAddress', `${tenantId} ${address}`, checksPerHour);
    const oneFile = { ...this.settings.limits, deliveryBytes: this.settings.limits.fileBytes };
    const room = await roomFor(request, oneFile);
    return this.room.within(tenantId, room, async () => {
      const { parts, fields } = await readMultipart(request, oneFile);
      usableFields(fields, z.strictObject({}));
      const [file, second] = parts;
      if (!file) throw Problem.ofRefusal({ code: 'nothingSent', values: {} });
      if (second) throw Problem.ofRefusal({ code: 'severalFiles', values: {} });
      if (file.bytes.byteLength === 0)
        throw Problem.ofRefusal({ code: 'emptyFile', values: { fileName: file.fileName } });
      const documents = valueOrLater(await this.checks.check(address, file));
      return { fileName: file.fileName, documents: documents.map((one) => documentAnswer(one, languageOf(request))) };
    });
  }
}

/** The value; of a refusal for want of readers also when to come again. */
function valueOrLater<T>(outcome: Outcome<T>): T {
  if (outcome.kind === 'refused' && outcome.refusal.code === 'checksBusy')
    throw Problem.ofRefusal(outcome.refusal, {}, { 'retry-after': retryAfterSeconds });
  return valueOf(outcome);
}

const documentAnswer = ({ document, keyData }: CheckedDocument, language: Language) => ({
  report: plainReportOf(document, language),
  keyData: keyData && {
    number: keyData.number ?? null,
    issueDate: keyData.issueDate ?? null,
    seller: keyData.seller.name ?? null,
    gross: keyData.totals.gross ?? null,
    currency: keyData.currency ?? null,
    leitwegId: keyData.buyer.reference ?? null,
  },
});
