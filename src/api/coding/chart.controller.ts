import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CHART_FAULTS } from '../../domain/coding/chart-file.js';
import { FISCAL_YEARS } from '../../domain/coding/chart.js';
import { ImportChart, importedChart, type ImportedChart } from '../../pipeline/import-chart.js';
import { Answers, Repeatable } from '../answers.js';
import { administrationBy } from '../administration/administration.js';
import { CalledByPerson, type PersonCaller } from '../caller.js';
import { IdempotencyKey } from '../headers.js';
import { wording } from '../pages.js';
import { valueOf } from '../problem.js';

/** Base64 of a file: a body of 1 MB holds 700 kB of it, which is twenty thousand lines. */
const mostBase64 = 960_000;

const year = (number: z.ZodInt | z.ZodCoercedNumber) => number.int().min(FISCAL_YEARS.first).max(FISCAL_YEARS.last);

const chartBody = z.strictObject({
  fiscalYear: year(z.int()),
  file: z
    .base64()
    .max(mostBase64)
    .describe('CSV in base64: columns kind, number, name; UTF-8 or windows-1252; separated by ; or , or tabs'),
  closesOthers: z.boolean().default(false).describe('The file is the whole chart: what it does not have is closed'),
});

const chartQuery = z.strictObject({ fiscalYear: year(z.coerce.number()).optional() });

const kind = z.enum(['account', 'product', 'costCentre']);

const chart = z.object({
  fiscalYear: z.int(),
  fiscalYears: z.array(z.int()),
  closedYears: z.array(z.int()),
  items: z.array(z.object({ kind, number: z.string(), name: z.string(), closed: z.boolean() })),
});

const plannedLine = z.object({
  line: z.int().nullable().describe('null: the file does not have it'),
  change: z.enum(['added', 'renamed', 'reopened', 'closed', 'unchanged', 'refused']),
  fault: wording.nullable(),
  kind: kind.nullable(),
  number: z.string(),
  name: z.string(),
  before: z.string().nullable(),
});

/** Lines that an answer tells; what changes or is wrong comes first. */
const mostLines = 2000;

const preview = z.object({
  encoding: z.string(),
  counts: z.record(z.string(), z.int()),
  lines: z.array(plannedLine).describe(`What changes or is wrong, at most ${String(mostLines)} lines`),
});

/** Charts of accounts: read by whoever codes, imported by administrators. */
@ApiTags('coding')
@Controller('api/v1')
export class ChartController {
  constructor(private readonly charts: ImportChart) {}

  @Get('chart')
  @Answers(200, 'Accounts, products and cost centres of a Haushaltsjahr, without one those of the latest', chart)
  async chart(
    @CalledByPerson() { tenantId }: PersonCaller,
    @Query({ schema: chartQuery }) { fiscalYear }: z.infer<typeof chartQuery>,
  ): Promise<z.infer<typeof chart>> {
    const found = await this.charts.chart(tenantId, fiscalYear ?? null);
    const { fiscalYears, closedYears, entries } = found;
    return {
      fiscalYear: found.fiscalYear,
      fiscalYears: [...fiscalYears],
      closedYears: [...closedYears],
      items: entries.map((entry) => ({ ...entry })),
    };
  }

  /** What an import would change, line by line; keeps nothing. */
  @Post('administration/chart/preview')
  @HttpCode(200)
  @Answers(200, 'What would change', preview)
  async preview(
    @CalledByPerson() caller: PersonCaller,
    @Body({ schema: chartBody }) { file, ...wanted }: z.infer<typeof chartBody>,
  ): Promise<z.infer<typeof preview>> {
    const { encoding, counts, lines } = valueOf(
      await this.charts.preview(caller, { ...wanted, bytes: Buffer.from(file, 'base64') }),
    );
    const telling = lines.filter(({ change }) => change !== 'unchanged').slice(0, mostLines);
    const told = telling.map((line) => ({ ...line, fault: line.fault && CHART_FAULTS[line.fault] }));
    return { encoding, counts: { ...counts }, lines: told };
  }

  /** Imports the file. A fault in it, and nothing is imported. */
  @Post('administration/chart/imports')
  @HttpCode(200)
  @Repeatable()
  @Answers(200, 'What was changed', importedChart)
  async import(
    @CalledByPerson() caller: PersonCaller,
    @IdempotencyKey() key: string,
    @Body({ schema: chartBody }) { file, ...wanted }: z.infer<typeof chartBody>,
  ): Promise<ImportedChart> {
    const bytes = Buffer.from(file, 'base64');
    return valueOf(await this.charts.import(administrationBy(caller, key), { ...wanted, bytes }));
  }
}
