import { createHash } from 'node:crypto';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { RuleBookName } from '../domain/rules/books.js';
import { bookNames, isBookName, rulesInBook } from '../domain/validation/rule-catalogue.js';
import { Answers } from './answers.js';
import { wording } from './pages.js';

const ruleList = z.object({
  rules: z.array(
    z.object({
      book: z.string(),
      id: z.string(),
      versions: z.array(
        z.object({
          syntax: z.enum(['ubl', 'cii']),
          artefact: z.string().describe('Name and version of the official artefact'),
          level: z.enum(['fatal', 'warning', 'information']).describe('The artefact’s own; a scenario may change it'),
        }),
      ),
      terms: z.array(wording).describe('Business terms concerned, in words'),
      sentence: wording.describe('What is said where the rule is broken; … stands for values of the document'),
      advice: wording.describe('How it is mended'),
    }),
  ),
});

const rulesQuery = z.object({
  book: z
    .string()
    .refine(isBookName)
    .optional()
    .describe(`One book; without it, all of them: ${bookNames.join(', ')}`),
});

/** The rules that invoices are checked by, for whoever wants to know what a report speaks of. */
@ApiTags('rules')
@Controller('api/v1/rules')
export class RulesController {
  private readonly answers = new Map<RuleBookName | null, { readonly text: string; readonly etag: string }>();

  /** Every rule of one book or of all, with its level, its words and how a breach is mended. */
  @Get()
  @Answers(200, 'The rules', ruleList)
  list(
    @Query({ schema: rulesQuery }) { book }: z.infer<typeof rulesQuery>,
    @Req() request: Request,
    @Res() response: Response,
  ): void {
    const { text, etag } = this.answerFor(book ?? null);
    response.set({ etag, 'cache-control': 'public, max-age=3600' });
    if (request.headers['if-none-match'] === etag) response.status(304).end();
    else response.type('application/json').send(text);
  }

  /** Only another version of the program changes them; there are as many answers as books. */
  private answerFor(book: RuleBookName | null) {
    const known = this.answers.get(book);
    if (known) return known;
    const rules = (book === null ? bookNames : [book]).flatMap(rulesInBook);
    const text = JSON.stringify({ rules: rules.map(({ ownWords: _, ...rule }) => rule) });
    const answer = { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` };
    this.answers.set(book, answer);
    return answer;
  }
}
