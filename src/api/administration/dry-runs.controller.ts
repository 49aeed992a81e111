import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { dryRunLimits } from '../../pipeline/limits.js';
import { TellDryRun } from '../../pipeline/tell-dry-run.js';
import { Answers } from '../answers.js';
import { CalledByPerson, type PersonCaller } from '../caller.js';
import { valueOf } from '../problem.js';

const wantedRun = z.strictObject({
  day: z.iso.date().describe('The day whose versions of the rule books are to count'),
  last: z
    .int()
    .min(1)
    .max(dryRunLimits.asked.invoices)
    .default(100)
    .describe('How many invoices, the latest that were judged'),
});

const verdict = z.enum(['accepted', 'acceptedWithRemarks', 'rejected', 'couldNotBeChecked', 'notAnEInvoice']);
const change = { stored: verdict.describe('As it was judged'), would: verdict.describe('As it would be judged') };
const rule = z.string().describe('Book and rule, with a blank between');

const dryRun = z.object({
  examined: z.int(),
  notExamined: z.int().describe('Originals that are away, or broke their reader'),
  complete: z.boolean().describe('false: the time was over before all that were asked for had been looked at'),
  otherwise: z.int().describe('Of how many another verdict or other rules would come out'),
  verdicts: z.array(z.object({ ...change, count: z.int() })).describe('Verdicts that would be others'),
  rules: z
    .array(z.object({ rule, added: z.int(), gone: z.int() }))
    .describe('On how many invoices a rule would be found in addition, and on how many no longer'),
  invoices: z
    .array(
      z.object({
        ...{ id: z.string(), number: z.string().nullable(), verdict: z.object(change) },
        ...{ added: z.array(rule), gone: z.array(rule) },
      }),
    )
    .describe('Some of the invoices of which something else would be said, of those that you may see'),
});

/** What the rule books of another day would say of invoices that have come already. */
@ApiTags('administration')
@Controller('api/v1/administration/dry-runs')
export class DryRunsController {
  constructor(private readonly runs: TellDryRun) {}

  /** Examines the latest invoices once more by the rule books of a day, and keeps nothing. */
  @Post()
  @HttpCode(200)
  @Answers(200, 'What would be said otherwise', dryRun)
  async run(
    @CalledByPerson() caller: PersonCaller,
    @Body({ schema: wantedRun }) wanted: z.infer<typeof wantedRun>,
  ): Promise<z.infer<typeof dryRun>> {
    const { verdicts, rules, invoices, ...numbers } = valueOf(await this.runs.tell(caller, wanted));
    return {
      ...{ ...numbers, verdicts: [...verdicts], rules: [...rules] },
      invoices: invoices.map(({ added, gone, ...invoice }) => ({ ...invoice, added: [...added], gone: [...gone] })),
    };
  }
}
