import { Controller, Get, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { ReadQueries, type SeenQuery } from '../pipeline/read-queries.js';
import { ReadTown } from '../pipeline/read-town.js';
import { Answers, AnswersBytes } from './answers.js';
import { CalledByPerson, type PersonCaller } from './caller.js';
import { attachedFile } from './file-answer.js';
import { readerOf } from './invoices.controller.js';
import { valueOf } from './problem.js';
import { uuid } from './pages.js';

const invoiceId = uuid;
const text = z.string().nullable();

const queries = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      question: z.string(),
      askedAt: z.string(),
      askedByName: text,
      isOpen: z.boolean().describe('The invoice waits for the answer'),
      days: z.int().describe('Whole days until the answer, or until now'),
      mail: z
        .object({
          state: z.enum(['planned', 'sent', 'failed', 'none']),
          sentAt: text,
          because: text.describe('A code: why there is none, or why it failed'),
        })
        .describe('The mail that asks'),
      answeredAt: text,
      answeredBy: z.enum(['mail', 'link', 'staff']).nullable(),
      note: text.describe('What staff wrote down'),
      notedByName: text,
      papers: z.array(
        z.object({
          id: z.string(),
          fileName: z.string(),
          mediaType: z.string(),
          sizeBytes: z.int(),
          receivedAt: z.string(),
          sender: text,
          text: text.describe('What a text says; null for every other file'),
        }),
      ),
    }),
  ),
});

/** Queries (Rückfragen) about an invoice, and what the supplier answered. */
@ApiTags('invoices')
@Controller('api/v1/invoices/:id/queries')
export class InvoiceQueriesController {
  constructor(
    private readonly queries: ReadQueries,
    private readonly town: ReadTown,
  ) {}

  /** The latest first. */
  @Get()
  @Answers(200, 'The queries, each with what came back', queries)
  async list(
    @CalledByPerson() caller: PersonCaller,
    @Param('id', { schema: invoiceId }) id: string,
  ): Promise<z.infer<typeof queries>> {
    const reader = readerOf(caller);
    const seen = valueOf(await this.queries.list(reader, id));
    const texts = await this.queries.texts(
      reader,
      seen.flatMap(({ papers }) => papers),
    );
    const names = await this.town.names(caller.tenantId);
    return { items: seen.map((query) => itemOf(query, texts, (person) => names[person ?? ''] ?? null)) };
  }

  /** One file of an answer. Nothing in it can run. */
  @Get('papers/:paperId')
  @AnswersBytes('The file, byte for byte, under its exact type if it may be shown')
  async file(
    @CalledByPerson() caller: PersonCaller,
    @Param('id', { schema: invoiceId }) id: string,
    @Param('paperId', { schema: uuid }) paperId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return attachedFile(response, valueOf(await this.queries.paper(readerOf(caller), id, paperId)));
  }
}

const itemOf = (
  query: SeenQuery,
  texts: ReadonlyMap<string, string>,
  nameOf: (person: string | null) => string | null,
): z.infer<typeof queries>['items'][number] => ({
  ...{ id: query.id, question: query.question, isOpen: query.isOpen, days: query.days, note: query.note },
  askedAt: query.askedAt.toISOString(),
  askedByName: nameOf(query.askedBy),
  mail: mailOf(query),
  answeredAt: query.answeredAt?.toISOString() ?? null,
  answeredBy: query.answeredBy,
  notedByName: nameOf(query.notedBy),
  papers: query.papers.map(({ id, fileName, mediaType, sizeBytes, receivedAt, sender }) => ({
    ...{ id, fileName, mediaType, sizeBytes, sender },
    receivedAt: receivedAt.toISOString(),
    text: texts.get(id) ?? null,
  })),
});

function mailOf({ answerId, silence, mailError, mailSentAt }: SeenQuery) {
  if (answerId === null) return { state: 'none', sentAt: null, because: silence } as const;
  if (mailSentAt !== null) return { state: 'sent', sentAt: mailSentAt.toISOString(), because: null } as const;
  return { state: mailError === null ? 'planned' : 'failed', sentAt: null, because: mailError } as const;
}
