import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { scopes } from '../../domain/access/scopes.js';
import { AdministerTenant } from '../../pipeline/administer-tenant.js';
import { ReadTown } from '../../pipeline/read-town.js';
import { Answers, Repeatable } from '../answers.js';
import { CalledByPerson, type PersonCaller } from '../caller.js';
import { IdempotencyKey } from '../headers.js';
import { moment, uuid, words } from '../pages.js';
import { valueOf } from '../problem.js';
import { administrationBy, changed, listOf } from './administration.js';

const newApiKey = z.strictObject({
  name: words(200),
  scopes: z.array(z.enum(scopes)).min(1).max(scopes.length),
  channelId: uuid.nullable().default(null).describe('The channel it delivers through; null: the one of the API'),
  expiresAt: moment,
});

const apiKey = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.string()),
  channelId: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
  revokedAt: z.string().nullable(),
});

const issuedApiKey = changed.extend({ key: z.string().describe('Shown to this call and its repeats only') });

/** Keys of programs: the finance system's, a portal's. */
@ApiTags('administration')
@Controller('api/v1/administration/api-keys')
export class ApiKeysController {
  constructor(
    private readonly tenant: AdministerTenant,
    private readonly town: ReadTown,
  ) {}

  @Get()
  @Answers(200, 'API keys, without the keys themselves', listOf(apiKey))
  async list(@CalledByPerson() caller: PersonCaller): Promise<object> {
    const keys = valueOf(await this.town.apiKeys(caller));
    const items: z.infer<typeof apiKey>[] = keys.map((key) => ({
      id: key.id,
      name: key.name,
      scopes: [...key.scopes],
      channelId: key.channelId,
      createdAt: key.createdAt.toISOString(),
      expiresAt: key.expiresAt.toISOString(),
      revokedAt: key.revokedAt?.toISOString() ?? null,
    }));
    return { items };
  }

  @Post()
  @HttpCode(201)
  @Repeatable()
  @Answers(201, 'The new key', issuedApiKey)
  async issue(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Body({ schema: newApiKey }) body: z.infer<typeof newApiKey>,
  ): Promise<z.infer<typeof issuedApiKey>> {
    const wanted = { ...body, expiresAt: new Date(body.expiresAt) };
    return valueOf(await this.tenant.issueApiKey(administrationBy(caller, key), wanted));
  }

  @Post(':id/revocation')
  @HttpCode(200)
  @Repeatable()
  @Answers(200, 'The key opens nothing any more', changed)
  async revoke(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.tenant.revokeApiKey(administrationBy(caller, key), id));
  }
}
