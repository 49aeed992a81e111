import { Controller, Get, HttpCode, Ip, Param, Post, Req, UseGuards } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';
import { receipt } from '../../pipeline/accept-delivery.js';
import { AnswerQuery } from '../../pipeline/answer-query.js';
import { Answers, Repeatable } from '../answers.js';
import { ApiSettings } from '../api-settings.js';
import { IdempotencyKey } from '../headers.js';
import { readMultipart, roomFor, usableFields } from '../multipart.js';
import { Problem, valueOf } from '../problem.js';
import { RateLimits } from '../rate-limits.js';
import { countedAddress } from '../sender-address.js';
import { UploadRoom } from '../upload-room.js';
import { SameSiteGuard } from './same-site.js';

const askedQuery = z.object({
  town: z.object({ slug: z.string(), name: z.string() }),
  invoiceNumber: z.string().nullable(),
  fileName: z.string().nullable(),
  question: z.string().describe('In the words and the language of staff'),
  askedAt: z.string(),
  answeredAt: z.string().nullable(),
  isOpen: z.boolean().describe('It still waits for an answer'),
  limits: z.object({ fileBytes: z.int(), deliveryBytes: z.int(), parts: z.int() }),
});

const taken = receipt.pick({ number: true, receivedAt: true });

const form = {
  type: 'object',
  required: ['file'],
  properties: {
    file: {
      type: 'array',
      items: { type: 'string', format: 'binary' },
      description: 'What is answered, as a text file, and documents beside it.',
    },
  },
};

const signedText = { schema: z.string().max(200) };

/** Queries (Rückfragen) to suppliers: whoever holds the link of one may answer it. */
@ApiTags('tracking')
@Controller('api/v1/queries/:signed')
@UseGuards(SameSiteGuard)
export class QueriesController {
  constructor(
    private readonly queries: AnswerQuery,
    private readonly settings: ApiSettings,
    private readonly room: UploadRoom,
    private readonly rateLimits: RateLimits,
  ) {}

  /** What is asked. */
  @Get()
  @Answers(200, 'The query', askedQuery)
  async look(@Param('signed', signedText) signed: string, @Ip() ip: string): Promise<z.infer<typeof askedQuery>> {
    await this.rateLimits.take('trackingByAddress', countedAddress(ip));
    const { askedAt, answeredAt, ...query } = valueOf(await this.queries.look(signed));
    const { fileBytes, deliveryBytes, parts } = this.settings.limits;
    return {
      ...query,
      askedAt: askedAt.toISOString(),
      answeredAt: answeredAt?.toISOString() ?? null,
      limits: { fileBytes, deliveryBytes, parts },
    };
  }

  /** Answers it. Everything is stored when the answer comes; the invoice goes on shortly afterwards. */
  @Post('answer')
  @HttpCode(202)
  @Repeatable()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: form })
  @Answers(202, 'It has been taken in', taken)
  async answer(
    @Param('signed', signedText) signed: string,
    @IdempotencyKey() idempotencyKey: string,
    @Ip() ip: string,
    @Req() request: Request,
  ): Promise<z.infer<typeof taken>> {
    const address = countedAddress(ip);
    await this.rateLimits.take('counterByAddress', address);
    const tenantId = this.queries.tenantOf(signed);
    if (tenantId === null) throw Problem.ofRefusal({ code: 'notFound', values: {} });
    const room = await roomFor(request, this.settings.limits);
    return this.room.within(tenantId, room, async () => {
      const { parts, fields } = await readMultipart(request, this.settings.limits);
      usableFields(fields, z.strictObject({}));
      const { number, receivedAt } = valueOf(await this.queries.answer({ signed, address, idempotencyKey, parts }));
      return { number, receivedAt };
    });
  }
}
