import { ADMINISTRATORS } from '../domain/access/role-groups.js';
import { z } from 'zod';
import {
  CHART_FAULTS,
  planChart,
  type ChartFile,
  type ChartPlan,
  type PlannedLine,
} from '../domain/coding/chart-file.js';
import { CHART_LIMITS, type ChartEntry, type KnownEntry } from '../domain/coding/chart.js';
import { csvText } from '../domain/coding/csv-text.js';
import { tenantEvent } from './administer-tenant.js';
import { asAdministrator, holdsAnyOf, type Administration } from './as-administrator.js';
import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { TenantDoor } from './ports/tenant-door.js';
import { readCsv } from './read-csv.js';
import { sha256 } from './sha256.js';
import { settingIn } from './tenant-settings.js';

/** A chart of accounts as a file, for one Haushaltsjahr. */
export interface WantedChart {
  readonly fiscalYear: number;
  readonly bytes: Uint8Array;
  /** The file is the whole chart: what it does not have is closed. */
  readonly closesOthers: boolean;
}

const counts = z.object({
  added: z.int(),
  renamed: z.int(),
  reopened: z.int(),
  closed: z.int(),
  unchanged: z.int(),
});

export const importedChart = z.object({ fiscalYear: z.int(), counts });
export type ImportedChart = z.infer<typeof importedChart>;

export interface ChartPreview extends ChartPlan {
  readonly counts: Record<PlannedLine['change'], number>;
}

/** What can be coded to. */
export interface OpenChart {
  readonly fiscalYear: number;
  readonly fiscalYears: readonly number[];
  readonly closedYears: readonly number[];
  readonly entries: readonly KnownEntry[];
}

/** The chart of accounts of a Haushaltsjahr comes as a file: first as a dry run, line by line, then for good. */
export class ImportChart {
  constructor(
    private readonly door: TenantDoor,
    private readonly clock: Clock,
  ) {}

  /** What the import would change; keeps nothing. */
  preview(
    by: Pick<Administration, 'tenantId' | 'personId'>,
    { fiscalYear, bytes, closesOthers }: WantedChart,
  ): Promise<Outcome<ChartPreview>> {
    return this.door.inTenant(by.tenantId, async (tenant) => {
      if (!(await holdsAnyOf(tenant, by.personId, ADMINISTRATORS, this.clock.now())))
        return refused('administratorsOnly');
      const plan = planChart(fileOf(bytes), await tenant.charts.entries(fiscalYear), closesOthers);
      return done({ ...plan, counts: countsOf(plan) });
    });
  }

  import(by: Administration, wanted: WantedChart): Promise<Outcome<ImportedChart>> {
    const { fiscalYear, bytes, closesOthers } = wanted;
    const fileSha256 = sha256(bytes);
    const content = ['importChart', fiscalYear, fileSha256, closesOthers];
    return asAdministrator(this.door, this.clock, by, content, importedChart, async (tenant, at) => {
      await tenant.settings.lock();
      const plan = planChart(fileOf(bytes), await tenant.charts.entries(fiscalYear), closesOthers);
      const fault = plan.lines.find((line) => line.fault !== null);
      if (fault) return refused('chartNotUsable', wordsOf(fault));
      await tenant.charts.put(fiscalYear, entriesOf(plan, ['added', 'renamed', 'reopened']), at);
      await tenant.charts.close(fiscalYear, entriesOf(plan, ['closed']), at);
      const { refused: _, ...changed } = countsOf(plan);
      const facts = { fiscalYear, fileSha256, ...changed };
      await tenant.audit.append(tenantEvent(by, 'tenant.chartImported', facts), at);
      return done({ fiscalYear, counts: changed });
    });
  }

  /** For whoever codes: the chart of one year, without a year that of the latest. Administration sees what is closed. */
  async chart(tenantId: string, wantedYear: number | null): Promise<OpenChart> {
    return this.door.inTenant(tenantId, async (tenant) => {
      const fiscalYears = await tenant.charts.years();
      const fiscalYear = wantedYear ?? fiscalYears[0] ?? this.clock.now().getUTCFullYear();
      const { closedYears } = (await settingIn(tenant, 'coding')).value;
      return { fiscalYear, fiscalYears, closedYears, entries: await tenant.charts.entries(fiscalYear) };
    });
  }
}

/** A year's entries and the headings are the most that a file may hold. */
function fileOf(bytes: Uint8Array): ChartFile {
  const { encoding, text } = csvText(bytes);
  return { encoding, csv: readCsv(text, CHART_LIMITS.entries + 1) };
}

function countsOf({ lines }: ChartPlan): ChartPreview['counts'] {
  const counted = { added: 0, renamed: 0, reopened: 0, closed: 0, unchanged: 0, refused: 0 };
  for (const { change } of lines) counted[change] += 1;
  return counted;
}

const entriesOf = ({ lines }: ChartPlan, changes: readonly PlannedLine['change'][]): readonly ChartEntry[] =>
  lines.flatMap(({ change, kind, number, name }) =>
    kind !== null && changes.includes(change) ? [{ kind, number, name }] : [],
  );

const wordsOf = ({ line, fault }: PlannedLine) => {
  const { de, en } = CHART_FAULTS[fault ?? 'headings'];
  return { line: String(line ?? 0), faultDe: de, faultEn: en };
};
