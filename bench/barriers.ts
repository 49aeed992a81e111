import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { z } from 'zod';

/** WCAG 2.2, level AA. */
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const violations = z.array(
  z.object({ id: z.string(), nodes: z.array(z.object({ target: z.unknown(), failureSummary: z.string() })) }),
);

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page as it stands, one sentence for each place. */
export async function barriersOn(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(await axe);
  const run = `axe.run(document, { runOnly: ${JSON.stringify(levels)}, resultTypes: ['violations'] })`;
  const found = violations.parse(await page.evaluate(`${run}.then(({ violations }) => violations)`));
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${JSON.stringify(target)} ${failureSummary}`),
  );
}
