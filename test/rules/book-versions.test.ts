import { parseXml } from '../../src/adapters/xml/parse-xml.js';
import { builtVersions, inForce, type BookVersion, type BookVersions } from '../../src/domain/rules/book-versions.js';
import { dryRun } from '../../src/domain/validation/dry-run.js';
import { drop, edit, examineText, operation, samples } from './sample-documents.js';

/** A made-up next version of XRechnung that no longer asks for the buyer's reference (BR-DE-15). */
const sideBySide: BookVersions = (book, syntax) => {
  const versions = builtVersions(book, syntax);
  if (book !== 'xrechnung') return versions;
  return versions.flatMap((present) => [
    {
      ...present,
      name: 'XRechnung next',
      from: '2027-02-01',
      rules: present.rules.filter(({ id }) => id !== 'BR-DE-15'),
    },
    present,
  ]);
};

const nameless = edit(samples.ubl, [drop('cbc:BuyerReference')]);
const on = (day: string) => ({ ...operation, day, versions: sideBySide });

describe('Versions of a book side by side', () => {
  it('count by the day, and the report names the one that was used', () => {
    const [before, after] = [examineText(nameless, on('2027-01-31')), examineText(nameless, on('2027-02-01'))];
    expect(before.findings.map(({ rule }) => rule)).toContain('BR-DE-15');
    expect(before).toMatchObject({ verdict: 'rejected', versions: { xrechnung: 'XRechnung 2.6.0' } });
    expect(after.findings.map(({ rule }) => rule)).not.toContain('BR-DE-15');
    expect(after).toMatchObject({ versions: { xrechnung: 'XRechnung next', en16931: 'CEN 1.3.16' } });
  });

  it('are the newest where no day is asked for', () => {
    const judged = examineText(nameless, { ...operation, versions: sideBySide });
    expect(judged.versions['xrechnung']).toBe('XRechnung next');
  });

  it('count from their first day on, the first one before it too', () => {
    const version = (from: string): BookVersion => ({ name: from, from, complete: true, rules: [] });
    const versions = [version('2027-02-01'), version('2026-01-01')];
    const names = ['2025-12-31', '2026-01-01', '2027-01-31', '2027-02-01'].map((day) => inForce(versions, day)?.name);
    expect(names).toEqual(['2026-01-01', '2026-01-01', '2026-01-01', '2027-02-01']);
    expect(inForce([], '2026-01-01')).toBeNull();
  });
});

it('A dry run tells what another version would have said', () => {
  const parsed = parseXml(new TextEncoder().encode(nameless));
  const told = dryRun(parsed, on('2027-01-31'), on('2027-02-01'));
  expect(told).toMatchObject({
    verdict: { now: 'rejected' },
    versions: { xrechnung: { now: 'XRechnung 2.6.0', then: 'XRechnung next' } },
    added: [],
    gone: ['xrechnung BR-DE-15'],
  });
  expect(dryRun(parsed, operation, operation)).toMatchObject({ versions: {}, added: [], gone: [] });
});
