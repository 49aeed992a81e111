import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AdministerMailboxes, type ShownMailbox } from '../../pipeline/administer-mailboxes.js';
import { ReadTown } from '../../pipeline/read-town.js';
import { Answers, Repeatable } from '../answers.js';
import { CalledByPerson, type PersonCaller } from '../caller.js';
import { IdempotencyKey, SeenVersion } from '../headers.js';
import { day, uuid, wording, words } from '../pages.js';
import { valueOf } from '../problem.js';
import { administrationBy, changed, listOf, RestsOnVersion, version } from './administration.js';

const host = z
  .string()
  .max(253)
  .regex(/^[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?$|^\[[0-9A-Fa-f:]+\]$/, { error: 'expected the name of a host' });

const line = {
  host,
  port: z.int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls', 'none']),
  unencryptedAllowed: z.boolean().default(false).describe('A host elsewhere may be spoken to in the clear'),
};

const afterwards = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('markSeen') }),
  z.strictObject({ kind: z.literal('move'), folder: words(200) }),
]);

const settings = z.strictObject({
  imap: z.strictObject({
    ...line,
    user: words(254),
    auth: z.enum(['password', 'oauth2']).default('password'),
    oauth: z
      .strictObject({
        tokenUrl: z.url({ protocol: /^https?$/ }).max(1000),
        clientId: words(500),
        scopes: z.string().max(1000).default('').describe('With blanks between them'),
      })
      .nullable()
      .default(null)
      .describe('Where access tokens are renewed; the secret is a refresh token then'),
    folder: words(200).default('INBOX'),
    afterwards,
    since: day.nullable().default(null).describe('What arrived before this day is left alone'),
  }),
  smtp: z
    .strictObject({
      ...{ ...line, user: words(254).nullable() },
      auth: z.enum(['password', 'oauth2']).default('password').describe('oauth2: with the token of `imap`'),
    })
    .nullable()
    .default(null)
    .describe("null: answers go out by the installation's server"),
});

/** Secrets are no text of people: they are stored as they come. */
const password = z.string().min(1).max(4000);
const secret = z.strictObject({
  imap: password,
  smtp: password.nullable().default(null),
  client: password.nullable().default(null).describe('Of the client of `oauth`'),
});

const entries = {
  name: words(200),
  address: z.email().max(254),
  settings,
  isRelay: z.boolean().default(false).describe('A state portal’s feed: answers go to the invoice’s own address'),
  answers: z.boolean().default(true),
};

const newMailbox = z.strictObject({ ...entries, secret });
const changedMailbox = z.strictObject({ ...entries, secret: secret.nullable().describe('null: as it was') });

const mailbox = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string(),
  settings: z.object({
    imap: z.object({
      host: z.string(),
      port: z.int(),
      security: z.string(),
      unencryptedAllowed: z.boolean(),
      user: z.string(),
      auth: z.string(),
      oauth: z.object({ tokenUrl: z.string(), clientId: z.string(), scopes: z.string() }).nullable().optional(),
      folder: z.string(),
      afterwards: z.object({ kind: z.string(), folder: z.string().optional() }),
      since: z.string().nullable(),
    }),
    smtp: z
      .object({
        host: z.string(),
        port: z.int(),
        security: z.string(),
        unencryptedAllowed: z.boolean(),
        user: z.string().nullable(),
        auth: z.string().optional().describe('Left out: password'),
      })
      .nullable(),
  }),
  isRelay: z.boolean(),
  answers: z.boolean(),
  version,
  state: z.enum(['new', 'watched', 'waiting', 'failing']),
  stateLabel: wording,
  lookedAt: z.string().nullable(),
  failingSince: z.string().nullable(),
  error: wording.extend({ code: z.string() }).nullable(),
  sending: z
    .object({ failingSince: z.string(), cause: z.string().describe("The server's words, or a code") })
    .nullable()
    .describe('Answers cannot be handed in; null: the last one could'),
  answersLeave: z
    .boolean()
    .describe('false: it should answer, and neither it nor the installation has a way out for it'),
});

/** Mailboxes that are looked into. Their secrets are taken and never shown. */
@ApiTags('administration')
@Controller('api/v1/administration/mailboxes')
export class MailboxesController {
  constructor(
    private readonly mailboxes: AdministerMailboxes,
    private readonly town: ReadTown,
  ) {}

  @Get()
  @Answers(200, 'Mailboxes, with how they do', listOf(mailbox))
  async list(@CalledByPerson() caller: PersonCaller): Promise<object> {
    valueOf(await this.town.mayReadConnections(caller));
    return { items: (await this.mailboxes.list(caller.tenantId)).map(mailboxOf) };
  }

  @Post()
  @HttpCode(201)
  @Repeatable()
  @Answers(201, 'The mailbox is looked into', changed)
  async open(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Body({ schema: newMailbox }) body: z.infer<typeof newMailbox>,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.mailboxes.open(administrationBy(caller, key), body));
  }

  @Put(':id')
  @Repeatable()
  @RestsOnVersion()
  @Answers(200, 'The mailbox is looked into with its new settings', changed)
  async change(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @SeenVersion() seen: number,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: changedMailbox }) body: z.infer<typeof changedMailbox>,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.mailboxes.change(administrationBy(caller, key), id, seen, body));
  }

  /** Looks into it no more; what came through it stays. */
  @Post(':id/closure')
  @HttpCode(200)
  @Repeatable()
  @RestsOnVersion()
  @Answers(200, 'The mailbox is closed', changed)
  async close(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @SeenVersion() seen: number,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.mailboxes.close(administrationBy(caller, key), id, seen));
  }

  /** Looks into it now, whenever it was due. */
  @Post(':id/look')
  @HttpCode(202)
  @Repeatable()
  @Answers(202, 'Somebody looks', changed)
  async look(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<z.infer<typeof changed>> {
    return valueOf(await this.mailboxes.look(administrationBy(caller, key), id));
  }
}

const stateLabels = {
  new: { de: 'Noch nicht abgerufen', en: 'Not looked into yet' },
  watched: { de: 'Wird beobachtet', en: 'Being watched' },
  waiting: { de: 'In Ordnung, wartet', en: 'In order, waiting' },
  failing: { de: 'Gestört', en: 'Failing' },
} as const satisfies Record<ShownMailbox['state'], z.infer<typeof mailbox>['stateLabel']>;

const mailboxOf = (shown: ShownMailbox): z.infer<typeof mailbox> => ({
  ...shown,
  stateLabel: stateLabels[shown.state],
  lookedAt: shown.lookedAt?.toISOString() ?? null,
  failingSince: shown.failingSince?.toISOString() ?? null,
  sending: shown.sending && { ...shown.sending, failingSince: shown.sending.failingSince.toISOString() },
});
