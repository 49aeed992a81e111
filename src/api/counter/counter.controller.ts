import { Controller, Get, Ip, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Counter } from '../../pipeline/counter.js';
import { Answers } from '../answers.js';
import { ApiSettings } from '../api-settings.js';
import { valueOf } from '../problem.js';
import { RateLimits } from '../rate-limits.js';
import { countedAddress } from '../sender-address.js';

const tenantText = z.object({ de: z.string(), en: z.string().nullable() });

const counterView = z.object({
  slug: z.string(),
  name: z.string(),
  open: z.boolean(),
  closedNote: tenantText.nullable().describe('Why it is closed; null while it is open'),
  limits: z.object({ fileBytes: z.int(), deliveryBytes: z.int(), parts: z.int() }),
  feedbackAddress: z.string().nullable(),
  texts: z
    .object({ imprint: z.boolean(), privacy: z.boolean(), accessibility: z.boolean() })
    .describe('Which texts there are to read'),
});

/** The longest name that is looked for; a tenant's is shorter. */
const name = { schema: z.string().max(100) };

/** The public side of a tenant: what its pages under /t/{slug} say. */
@ApiTags('counter')
@Controller('api/v1/counter/:slug')
export class CounterController {
  constructor(
    private readonly counter: Counter,
    private readonly settings: ApiSettings,
    private readonly rateLimits: RateLimits,
  ) {}

  /** Whose counter it is, whether it is open, and what it takes. */
  @Get()
  @Answers(200, 'The counter', counterView)
  async look(@Param('slug', name) slug: string, @Ip() address: string): Promise<z.infer<typeof counterView>> {
    await this.rateLimits.take('counterByAddress', countedAddress(address));
    const { fileBytes, deliveryBytes, parts } = this.settings.limits;
    const { texts, ...view } = valueOf(await this.counter.look(slug));
    return { ...view, texts: { ...texts }, limits: { fileBytes, deliveryBytes, parts } };
  }

  /** Impressum, Datenschutz or Barrierefreiheit: plain text, paragraphs by blank lines. */
  @Get('texts/:name')
  @Answers(200, 'The text; en is null where it has not been translated', tenantText)
  async text(
    @Param('slug', name) slug: string,
    @Param('name', name) text: string,
    @Ip() address: string,
  ): Promise<z.infer<typeof tenantText>> {
    await this.rateLimits.take('counterByAddress', countedAddress(address));
    return valueOf(await this.counter.text(slug, text));
  }
}
