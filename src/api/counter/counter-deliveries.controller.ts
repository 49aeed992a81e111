import { Controller, HttpCode, Ip, Param, Post, Req, UseGuards } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';
import { receipt } from '../../pipeline/accept-delivery.js';
import { DeliverAtCounter } from '../../pipeline/counter-delivery.js';
import { Counter } from '../../pipeline/counter.js';
import { Answers, Repeatable } from '../answers.js';
import { ApiSettings } from '../api-settings.js';
import { IdempotencyKey } from '../headers.js';
import { readMultipart, roomFor, usableFields } from '../multipart.js';
import { words } from '../pages.js';
import { valueOf } from '../problem.js';
import { RateLimits } from '../rate-limits.js';
import { countedAddress } from '../sender-address.js';
import { trackedAt } from '../tracking-address.js';
import { UploadRoom } from '../upload-room.js';
import { SameSiteGuard } from './same-site.js';

const counterFields = z.strictObject({ sender: words(255).optional() });

const counterReceipt = receipt.extend({
  trackingUrl: z.string().describe('The page on which people follow the delivery'),
  trackingToken: z.string().describe('The same for programs: GET /api/v1/tracking/{token}'),
});

const form = {
  type: 'object',
  required: ['file'],
  properties: {
    file: {
      type: 'array',
      items: { type: 'string', format: 'binary' },
      description: 'One or several files: invoices, mails, archives, and what belongs to them.',
    },
    sender: { type: 'string', maxLength: 255, description: 'Who brings it: a name or an address, as they like.' },
  },
};

@ApiTags('counter')
@Controller('api/v1/counter/:slug/deliveries')
@UseGuards(SameSiteGuard)
export class CounterDeliveriesController {
  constructor(
    private readonly counter: Counter,
    private readonly deliveries: DeliverAtCounter,
    private readonly settings: ApiSettings,
    private readonly room: UploadRoom,
    private readonly rateLimits: RateLimits,
  ) {}

  /** Takes files in from anybody. The answer comes once everything is stored; what each file is, tracking tells. */
  @Post()
  @HttpCode(202)
  @Repeatable()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: form })
  @Answers(202, 'The receipt (Eingangsbestätigung)', counterReceipt)
  async deliver(
    @Param('slug', { schema: z.string().max(100) }) slug: string,
    @IdempotencyKey() idempotencyKey: string,
    @Ip() ip: string,
    @Req() request: Request,
  ): Promise<z.infer<typeof counterReceipt>> {
    const address = countedAddress(ip);
    await this.rateLimits.take('counterByAddress', address);
    const { tenantId, channelId } = valueOf(await this.counter.enter(slug));
    const room = await roomFor(request, this.settings.limits);
    return this.room.within(tenantId, room, async () => {
      const { parts, fields } = await readMultipart(request, this.settings.limits);
      const { sender = null } = usableFields(fields, counterFields);
      const outcome = await this.deliveries.deliver({
        ...{ tenantId, channelId, address, idempotencyKey, fields, sender, parts },
      });
      return trackedAt(this.settings.publicUrl, slug, valueOf(outcome));
    });
  }
}
