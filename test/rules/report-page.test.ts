import { readFile } from 'node:fs/promises';
import type { ExaminedDocument } from '../../src/domain/validation/examination.js';
import { reportPage } from '../../src/domain/validation/report-page.js';
import { readableReport } from '../../src/domain/validation/readable-report.js';
import { rulesPage } from '../../src/domain/validation/rules-page.js';
import { edit, examineText, put, samples, swapAll } from './sample-documents.js';

const reported = (xml: string): Omit<ExaminedDocument, 'invoice' | 'attachments'> => ({
  ...examineText(xml),
  embedded: null,
});

/** Wrong in many ways, one of them hostile: a value that would be a script. */
const faulty = edit(samples.ubl, [
  put('cbc:BuyerReference', ' '),
  put('cbc:DocumentCurrencyCode', '&lt;script&gt;alert(1)&lt;/script&gt;'),
  put('cbc:PayableAmount', '1200.001'),
]);

describe('The page of a report', () => {
  const page = reportPage({ name: 'rechnung "<1>".xml' }, reported(faulty));

  it('says all of it in German, then in English, each with its language', () => {
    const [german = '', english = ''] = page.split('<article ').slice(1);
    expect(german).toContain('lang="de"');
    expect(german).toContain('Die Leitweg-ID der Behörde fehlt.');
    expect(german).toContain('1.200,001');
    expect(german).toMatch(/<p class="rule">Regel: BR-DE-15 \(XRechnung\)<\/p>/);
    expect(english).toContain('lang="en"');
    expect(english).toContain('1,200.001');
    expect(english.match(/<li /g)?.length).toBe(german.match(/<li /g)?.length);
  });

  it('escapes what a stranger wrote, in values and in the name of the file', () => {
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;');
    expect(page).toContain('rechnung &quot;&lt;1&gt;&quot;.xml');
  });

  it('fetches nothing and runs nothing', () => {
    expect(page).toContain(`default-src 'none'`);
    expect(page).not.toMatch(/\bsrc=|url\(|@import|https?:|\bon\w+=/);
  });

  it('says of a good invoice that nothing was found', () => {
    const good = reportPage({ name: 'good.xml' }, { ...reported(samples.ubl), findings: [] });
    expect(good).toContain('Es wurde nichts beanstandet.');
    expect(good).not.toContain('class="findings"');
  });

  it('says once what two rules tell of one amount, and names both', () => {
    const told = readableReport(reported(faulty), 'de').findings.map(({ rule }) => rule);
    expect(told.filter((rule) => /DEC|DT/.test(rule))).toEqual(['BR-DEC-18, UBL-DT-01']);
    const twice = reported(faulty).findings.map(({ rule }) => rule);
    expect(twice).toEqual(expect.arrayContaining(['BR-DEC-18', 'UBL-DT-01']));
  });

  it('says once what many lines have alike, with the lines', () => {
    const lines = edit(samples.ubl, [swapAll('unitCode="', 'unitCode="NO-')]);
    const unit = readableReport(reported(lines), 'de').findings.filter(({ rule }) => rule === 'BR-CL-23');
    expect(unit).toHaveLength(1);
    expect(unit[0]?.where).toMatch(/^Zeilen? \d/);
  });
});

it('The page of rules lies in docs/rules.md as the tables are; if not, run "eingang rules --markdown > docs/rules.md"', async () => {
  const written = await readFile(new URL('../../docs/rules.md', import.meta.url), 'utf8');
  expect(written === rulesPage()).toBe(true);
});
