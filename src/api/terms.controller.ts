import { createHash } from 'node:crypto';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { termTree } from '../domain/invoice/term-tree.js';
import { codesInWords } from '../domain/rules/code-lists/code-words.js';
import { Answers, AnswersWithComponent } from './answers.js';
import { wording } from './pages.js';

const codes = z.object({
  lists: z.array(
    z.object({
      name: z.string(),
      source: z.string(),
      terms: z.array(z.string()).describe('Ids of the terms whose values are taken from it'),
      codes: z.array(z.object({ code: z.string(), label: wording })),
    }),
  ),
});

/** A text that only another version of the program changes, with its entity tag. */
const lasting = (value: object): { readonly text: string; readonly etag: string } => {
  const text = JSON.stringify(value);
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` };
};

/** The semantic model and its codes in words, for whoever shows an invoice. They tell nothing of anybody. */
@ApiTags('terms')
@Controller('api/v1')
export class TermsController {
  private readonly model = lasting({ terms: termTree });
  private readonly lists = lasting({ lists: codesInWords });

  /** Every term and group that the model of an invoice can hold, as a tree in the order of EN 16931. */
  @Get('terms')
  @AnswersWithComponent(200, 'The tree of terms', 'Terms')
  terms(@Req() request: Request, @Res() response: Response): void {
    answer(this.model, request, response);
  }

  /** The commonest codes in words, by list. A code that is missing is shown as it stands. */
  @Get('codes')
  @Answers(200, 'Lists of codes', codes)
  codes(@Req() request: Request, @Res() response: Response): void {
    answer(this.lists, request, response);
  }
}

function answer({ text, etag }: ReturnType<typeof lasting>, request: Request, response: Response): void {
  response.set({ etag, 'cache-control': 'public, max-age=3600' });
  if (request.headers['if-none-match'] === etag) response.status(304).end();
  else response.type('application/json').send(text);
}
