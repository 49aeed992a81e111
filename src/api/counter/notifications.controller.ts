import { Controller, HttpCode, Ip, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Notify } from '../../pipeline/notify.js';
import { Answers } from '../answers.js';
import { valueOf } from '../problem.js';
import { RateLimits } from '../rate-limits.js';
import { countedAddress } from '../sender-address.js';

const notified = z.object({ deliveryNumber: z.string(), slug: z.string() });
const signedText = { schema: z.string().max(200) };

/**
 * What the links in mails lead to. The signature is who calls; each changes nothing the second time, so that they take
 * no Idempotency-Key: a mail program's own button for ending them sends none (RFC 8058).
 */
@ApiTags('tracking')
@Controller('api/v1/notifications')
export class NotificationsController {
  constructor(
    private readonly notifications: Notify,
    private readonly rateLimits: RateLimits,
  ) {}

  /** From now on the address is told of each step. */
  @Post(':signed/confirmation')
  @HttpCode(200)
  @Answers(200, 'The address is told of later steps', notified)
  async confirm(@Param('signed', signedText) signed: string, @Ip() address: string): Promise<z.infer<typeof notified>> {
    await this.rateLimits.take('trackingByAddress', countedAddress(address));
    return valueOf(await this.notifications.confirm(signed));
  }

  /** From now on the address is left alone. */
  @Post(':signed/end')
  @HttpCode(200)
  @Answers(200, 'The address is left alone', notified)
  async end(@Param('signed', signedText) signed: string, @Ip() address: string): Promise<z.infer<typeof notified>> {
    await this.rateLimits.take('trackingByAddress', countedAddress(address));
    return valueOf(await this.notifications.end(signed));
  }
}
