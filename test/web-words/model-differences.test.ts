import { comparedTerms, isDifferent } from '../../web/src/pages/clearing/model-differences.js';

const entry = (path: string, value: string) => ({
  ...{ path, at: path, id: '', label: path.toUpperCase(), value, note: null, type: null },
});

const section = (title: string, entries: readonly ReturnType<typeof entry>[]) => ({
  ...{ path: title, id: '', title, entries, groups: [], tables: [] },
});

const row = (path: string, value: string) => ({
  ...{ path, level: 0, cells: [[entry(`${path}.name`, value)]], rest: section('Rest', [entry(`${path}.note`, 'x')]) },
});

const lines = (value: string) => ({
  ...section('Lines', []),
  tables: [{ path: 'lines', id: '', title: 'Lines', columns: [], rows: [row('lines.0', value)] }],
});

describe('two invoices side by side', () => {
  const here = [section('Head', [entry('number', '1'), entry('note', 'only here')]), lines('Hecke')];
  const there = [section('Head', [entry('order', 'only there'), entry('number', '1')]), lines('Zaun')];
  const compared = comparedTerms(here, there);

  it('show every term of both, in the order of the first, what only the second says last', () =>
    expect(compared.map(({ path, here: one, there: other }) => [path, one, other])).toEqual([
      ['number', '1', '1'],
      ['note', 'only here', null],
      ['lines.0.name', 'Hecke', 'Zaun'],
      ['lines.0.note', 'x', 'x'],
      ['order', null, 'only there'],
    ]));

  it('differ where one says something else or nothing', () =>
    expect(compared.filter(isDifferent).map(({ path }) => path)).toEqual(['note', 'lines.0.name', 'order']));
});
