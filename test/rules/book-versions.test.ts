import { builtVersions, inForce, type BookVersion, type BookVersions } from '../../src/domain/rules/book-versions.js';
import { compareJudgements, inBrief, isOtherwise } from '../../src/domain/validation/dry-run.js';
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

it('Two of a book that begin on the same day are refused, and such a document could not be checked', () => {
  const version = (name: string, from: string): BookVersion => ({ name, from, complete: true, rules: [] });
  const twice = [version('a', '2027-02-01'), version('b', ''), version('c', '2027-02-01')];
  expect(() => inForce(twice, '2026-01-01')).toThrow('begin on the same day: c');
  const judged = examineText(nameless, { ...operation, versions: () => twice });
  expect(judged).toMatchObject({ verdict: 'couldNotBeChecked' });
});

it('A dry run tells what another version would have said', () => {
  const [stored, would] = [on('2027-01-31'), on('2027-02-01')].map((day) => inBrief(examineText(nameless, day)));
  if (!stored || !would) throw new Error('nothing was judged');
  const told = compareJudgements(stored, would);
  expect(told).toMatchObject({
    verdict: { stored: 'rejected' },
    versions: { xrechnung: { stored: 'XRechnung 2.6.0', would: 'XRechnung next' } },
    added: [],
    gone: ['xrechnung BR-DE-15'],
  });
  expect(isOtherwise(told)).toBe(true);
  expect(compareJudgements(would, stored)).toMatchObject({ added: ['xrechnung BR-DE-15'], gone: [] });
  expect(compareJudgements(stored, stored)).toMatchObject({ versions: {}, added: [], gone: [] });
  expect(isOtherwise(compareJudgements(stored, stored))).toBe(false);
  expect(isOtherwise(compareJudgements(stored, { ...stored, versions: {} }))).toBe(false);
});
