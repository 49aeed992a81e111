import { Controller, Get, Ip, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { TrackDelivery } from '../pipeline/track-delivery.js';
import { ForEveryone } from './access.js';
import { Answers } from './answers.js';
import { valueOf } from './problem.js';
import { RateLimits } from './rate-limits.js';

const wording = z.object({ de: z.string(), en: z.string() });

const tracked = z.object({
  number: z.string(),
  receivedAt: z.string(),
  parts: z.array(
    z.object({
      position: z.int(),
      fileName: z.string(),
      sha256: z.string(),
      status: wording,
      reasons: z
        .array(wording)
        .describe('Why it was rejected or declined, at most 20 sentences; what staff wrote stands as they wrote it'),
      statusSince: z.string(),
      invoiceNumber: z.string().nullable(),
    }),
  ),
});

/** 256 random bits, base64url. */
const trackingToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

@ApiTags('tracking')
@Controller('api/v1/tracking')
export class TrackingController {
  constructor(
    private readonly deliveries: TrackDelivery,
    private readonly rateLimits: RateLimits,
  ) {}

  /** What has become of a delivery, for whoever holds the link of its receipt. */
  @Get(':token')
  @ForEveryone()
  @Answers(200, 'The delivery and the status of each of its parts', tracked)
  async track(
    @Param('token', { schema: z.string().max(200) }) token: string,
    @Ip() address: string,
  ): Promise<z.infer<typeof tracked>> {
    await this.rateLimits.take('trackingByAddress', address);
    // Whatever is no token leads nowhere, as an unknown one does.
    const known = trackingToken.safeParse(token).success ? token : '';
    const { number, receivedAt, parts } = valueOf(await this.deliveries.track(known));
    return {
      number,
      receivedAt: receivedAt.toISOString(),
      parts: parts.map((part) => ({
        ...part,
        reasons: [...part.reasons],
        statusSince: part.statusSince.toISOString(),
      })),
    };
  }
}
