import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AnswerSubject } from '../../pipeline/answer-subject.js';
import { administrationBy } from '../administration/administration.js';
import { Answers, Repeatable } from '../answers.js';
import { CalledByPerson, type PersonCaller } from '../caller.js';
import { IdempotencyKey } from '../headers.js';
import { uuid, words } from '../pages.js';
import { valueOf } from '../problem.js';

const subject = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('staff'), value: uuid.describe('The id of somebody who works or worked here') }),
  z.strictObject({ by: z.literal('mail'), value: z.email().max(254) }),
  z.strictObject({ by: z.literal('name'), value: words(200).describe('Of a seller or their contact, as a whole') }),
  z.strictObject({ by: z.literal('vatId'), value: words(40) }),
]);

const item = z.object({ what: z.string(), value: z.string(), source: z.string(), kept: z.string() });

const answer = z.object({
  facts: z.object({
    town: z.string(),
    subject: z.string(),
    items: z.array(item),
    recipients: z.array(z.string()),
    isCut: z.boolean().describe('There is more than what is told'),
  }),
  html: z.string().describe('The same as a page that runs nothing'),
  markdown: z.string(),
});

/** Answers to data subjects (Art. 15 DSGVO): what is stored about somebody, whence, for how long, and to whom it was given. */
@ApiTags('documentation')
@Controller('api/v1/subject-answers')
export class SubjectAnswersController {
  constructor(private readonly subjects: AnswerSubject) {}

  /** Draws one up, also where nothing is stored; the log notes who has asked for it. */
  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @Repeatable()
  @Answers(200, 'What is stored about this person and nobody else', answer)
  async answer(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Body({ schema: subject }) wanted: z.infer<typeof subject>,
  ): Promise<z.infer<typeof answer>> {
    const { facts, html, markdown } = valueOf(await this.subjects.answer(administrationBy(caller, key), wanted));
    return { facts: { ...facts, items: [...facts.items], recipients: [...facts.recipients] }, html, markdown };
  }
}
