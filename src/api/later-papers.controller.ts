import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { ReadLaterPapers } from '../pipeline/read-later-papers.js';
import { Answers, AnswersBytes } from './answers.js';
import { CalledBy, type Caller } from './caller.js';
import { attachedFile } from './file-answer.js';
import { readerOf } from './invoices.controller.js';
import { cursor, oneMore, pageOf, pageSize, readCursor, uuid } from './pages.js';
import { valueOf } from './problem.js';

const invoiceId = uuid;

const laterPapers = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      fileName: z.string(),
      mediaType: z.string().describe('As the sender calls it'),
      sizeBytes: z.int(),
      isShared: z.boolean().describe('It belongs to the whole of its delivery, in which other invoices may lie too'),
      delivery: z.object({
        number: z.string(),
        channelKind: z.string(),
        sender: z.string().nullable(),
        receivedAt: z.string(),
      }),
    }),
  ),
  nextCursor: z.string().nullable(),
});
const wanted = z.object({ limit: pageSize, cursor: cursor.optional() });

/** What came later beside the same bytes. Whoever has the bytes of an invoice can send it, so it stands apart. */
@ApiTags('invoices')
@Controller('api/v1/invoices/:id/later-papers')
export class LaterPapersController {
  constructor(private readonly papers: ReadLaterPapers) {}

  /** Papers that came in later deliveries, with the same file as this invoice; the oldest first. */
  @Get()
  @Answers(200, 'The papers, each with its delivery', laterPapers)
  async list(
    @CalledBy() caller: Caller,
    @Param('id', { schema: invoiceId }) id: string,
    @Query({ schema: wanted }) { limit, cursor: from }: z.infer<typeof wanted>,
  ): Promise<z.infer<typeof laterPapers>> {
    const after = from === undefined ? null : readCursor(from);
    const papers = valueOf(await this.papers.list(readerOf(caller), id, after, oneMore(limit)));
    const page = pageOf(papers, limit, (paper) => ({ at: paper.delivery.receivedAt, id: paper.id }));
    const items = page.items.map(({ sha256: _, delivery, ...paper }) => ({
      ...paper,
      delivery: { ...delivery, receivedAt: delivery.receivedAt.toISOString() },
    }));
    return { items, nextCursor: page.nextCursor };
  }

  /** One of them. Nothing in it can run. */
  @Get(':paperId')
  @AnswersBytes('The file, byte for byte, under its exact type if it may be shown')
  async file(
    @CalledBy() caller: Caller,
    @Param('id', { schema: invoiceId }) id: string,
    @Param('paperId', { schema: uuid }) paperId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return attachedFile(response, valueOf(await this.papers.file(readerOf(caller), id, paperId)));
  }
}
