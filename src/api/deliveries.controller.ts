import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';
import { AcceptDelivery, receipt } from '../pipeline/accept-delivery.js';
import { ReadTown } from '../pipeline/read-town.js';
import { Answers, Repeatable } from './answers.js';
import { ApiSettings } from './api-settings.js';
import { actorOf, CalledBy, keyOwner, type Caller } from './caller.js';
import { IdempotencyKey } from './headers.js';
import { readMultipart, roomFor, usableFields } from './multipart.js';
import { moment, words } from './pages.js';
import { Problem, valueOf } from './problem.js';
import { trackedAt } from './tracking-address.js';
import { UploadRoom } from './upload-room.js';

/** What may accompany the files. */
const deliveryFields = z.strictObject({ sender: words(255).optional(), portalReceivedAt: moment.optional() });

const receiptAnswer = receipt.extend({
  trackingUrl: z.string().describe('The page on which people follow the delivery'),
  trackingToken: z.string().describe('The same for programs: GET /api/v1/tracking/{token}'),
});

@ApiTags('deliveries')
@Controller('api/v1/deliveries')
export class DeliveriesController {
  constructor(
    private readonly deliveries: AcceptDelivery,
    private readonly town: ReadTown,
    private readonly settings: ApiSettings,
    private readonly room: UploadRoom,
  ) {}

  /** Takes files in. The answer comes once everything is stored; whether they are invoices is found out afterwards. */
  @Post()
  @HttpCode(202)
  @Repeatable()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: multipartSchema() })
  @Answers(202, 'The receipt (Eingangsbestätigung)', receiptAnswer)
  async deliver(
    @CalledBy() caller: Caller,
    @IdempotencyKey() idempotencyKey: string,
    @Req() request: Request,
  ): Promise<z.infer<typeof receiptAnswer>> {
    const channelId = await this.channelOf(caller);
    const room = await roomFor(request, this.settings.limits);
    return this.room.within(caller.tenantId, room, async () => {
      const { parts, fields } = await readMultipart(request, this.settings.limits);
      const { sender = null, portalReceivedAt } = usableFields(fields, deliveryFields);
      const outcome = await this.deliveries.accept({
        tenantId: caller.tenantId,
        channelId,
        actor: actorOf(caller),
        caller: keyOwner(caller),
        idempotencyKey,
        fields,
        sender,
        portalReceivedAt: portalReceivedAt === undefined ? null : new Date(portalReceivedAt),
        parts,
      });
      const { slug } = await this.town.town(caller.tenantId);
      return trackedAt(this.settings.publicUrl, slug, valueOf(outcome));
    });
  }

  /** A key delivers through its own channel; people through the upload of their tenant. */
  private async channelOf(caller: Caller): Promise<string> {
    const own = caller.kind === 'apiKey' ? caller.channelId : null;
    const kind = caller.kind === 'apiKey' ? 'api' : 'upload';
    const channelId = own ?? (await this.town.channelId(caller.tenantId, kind));
    if (channelId === null) throw Problem.ofRefusal({ code: 'notFound', values: {} });
    return channelId;
  }
}

function multipartSchema() {
  return {
    type: 'object',
    required: ['file'],
    properties: {
      file: {
        type: 'array',
        items: { type: 'string', format: 'binary' },
        description: 'One or several files; the name of the field does not matter.',
      },
      sender: { type: 'string', maxLength: 255, description: 'Who sent it, as the channel knows them.' },
      portalReceivedAt: {
        type: 'string',
        format: 'date-time',
        description: 'When a portal before this one had received it.',
      },
    },
  };
}
