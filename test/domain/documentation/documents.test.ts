import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import type { Configuration } from '../../../src/domain/documentation/configuration.js';
import { differencesOf } from '../../../src/domain/documentation/differences.js';
import { list, section, shown, table, text, type Document } from '../../../src/domain/documentation/document.js';
import { originOf, procedureOf } from '../../../src/domain/documentation/procedure.js';
import { processingRecordOf } from '../../../src/domain/documentation/processing-record.js';
import { htmlOf } from '../../../src/domain/documentation/render-html.js';
import { escapedMarkdown, markdownOf } from '../../../src/domain/documentation/render-markdown.js';

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '<script>alert(1)</script>',
          '"><img src=x onerror=alert(1)>',
          '[x](javascript:alert(1))',
          '| a |',
          '`',
          '\n# x',
        ],
        ...[
          '\\',
          '&lt;',
          '</table>',
          '<!--',
          ']]>',
          '\u202e',
          '\u0000',
          '1. ',
          '- ',
          '***',
          'https://x.example',
          '\ud800',
        ],
      ),
    )
    .map((parts) => parts.join('')),
);

const around = (value: string): Document => ({
  title: value,
  sections: [
    {
      ...section(value, text(value), list(value, value), table(value, [value, 'b'], [[value, value]])),
      sections: [section(value, text(value))],
    },
  ],
});

const ELEMENTS = new Set(
  'html head meta title style body main nav section h1 h2 h3 dl div dt dd p ul li a table caption thead tbody tr th td'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'lang charset name content http-equiv id href class role tabindex aria-label aria-labelledby scope'.split(' '),
);

/** Reads the page strictly: what elements and attributes it has, and its texts. */
function read(page: string): {
  readonly odd: readonly string[];
  readonly texts: readonly string[];
  readonly links: readonly string[];
} {
  const [odd, texts, links]: [string[], string[], string[]] = [[], [], []];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (!ELEMENTS.has(name)) odd.push(name);
    odd.push(...Object.keys(attributes).filter((one) => !ATTRIBUTES.has(one)));
    if (attributes['href'] !== undefined) links.push(attributes['href']);
  });
  parser.on('text', (one) => texts.push(one));
  parser.on('comment', () => odd.push('comment'));
  parser.write(page.replace('<!DOCTYPE html>\n', '')).close();
  return { odd, texts, links };
}

it('write any value into HTML as nothing but text', () => {
  fc.assert(
    fc.property(hostile, (value) => {
      const { odd, texts, links } = read(htmlOf(around(value), [[value, value]]));
      expect(odd).toEqual([]);
      expect(links).toEqual(['#a1']);
      if (shown(value) !== '') expect(texts.filter((one) => one === shown(value)).length).toBeGreaterThanOrEqual(8);
    }),
  );
});

it('write any value into Markdown as nothing but text in one line', () => {
  fc.assert(
    fc.property(hostile, (value) => {
      const escaped = escapedMarkdown(value);
      expect(escaped).not.toMatch(/[\n\r\u202e]/);
      // Each sign stands behind a backslash of its own, and what is left without them is the value.
      expect(escaped.replace(/\\[\x21-\x7e]/g, '')).not.toMatch(/[\\`*_[\]<>#!|~&$^=]/);
      expect(escaped.replace(/\\([\x21-\x7e])/g, '$1')).toBe(shown(value));
      expect(escaped).not.toMatch(/^(?:[-+]|\d+[.)](?:\s|$))/);
      const rows = markdownOf(around(value), [])
        .split('\n')
        .filter((line) => line.startsWith('| '));
      expect(rows.map((row) => row.replace(/\\./g, '').split('|').length)).toEqual([4, 4, 4]);
    }),
  );
});

const town: Configuration = {
  town: { name: 'Auenfurt <b>', slug: 'auenfurt' },
  installation: {
    ...{ softwareVersion: '1.2.3', database: 'server', queue: 'postgres', documents: 'folder' },
    ...{ fileMb: 25, sendsMail: false },
  },
  departments: [{ code: 'SCHULE', name: 'Schulamt' }],
  leitwegIds: [{ leitwegId: '07999001-SCHULE-40', department: 'Schulamt' }],
  grants: [{ role: 'orderer', department: null, limit: '5000.00', people: 2 }],
  rules: [
    {
      name: '| <script>alert(1)</script>',
      when: {
        all: [{ field: 'sellerName', operator: 'is', value: 'A | B' }, { not: { field: 'iban', operator: 'missing' } }],
      },
      department: 'Schulamt',
    },
  ],
  rulesVersion: 4,
  channels: [{ kind: 'mail', name: 'Post' }],
  mailboxes: [
    {
      ...{ name: 'Post', address: 'post@auenfurt.example', server: 'imap.auenfurt.example:993', security: 'tls' },
      ...{ isRelay: false, answers: true },
    },
  ],
  apiKeys: [{ name: 'Finanzverfahren', scopes: ['handOver'], until: '2027-12-31' }],
  approval: {
    ...{ declineByTwoAbove: '1000.00', twoConfirmers: true, orderException: false },
    steps: [
      { upTo: '10000.00', orders: 1 },
      { upTo: null, orders: 2 },
    ],
  },
  signIn: { secondFactor: 'required', freshMinutes: 5 },
  coding: { requiredForOrder: true, budgetCheck: { url: 'https://user:geheim@mittel.example/key/abc?token=geheim' } },
  place: { land: 'RP' },
  reminders: {
    ...{ on: true, time: '07:30', unclaimed: 3, unconfirmed: 5, unordered: null, unanswered: 10 },
    ...{ escalation: 10, skonto: 3, interest: true },
  },
  retention: {
    classes: {
      voucher: { years: 8, start: 'accountsAdopted' },
      letter: { years: 6, start: 'endOfYear' },
      other: { years: 2, start: 'endOfYear' },
      staff: { years: 8 },
    },
    adoptions: [{ fiscalYear: 2025, adoptedIn: 2026 }],
  },
  counter: { open: true },
  sealKeys: ['k2', 'k1'],
  books: ['KoSIT XRechnung'],
};

it('tell the procedure in the order that the GoBD name, with what is configured', () => {
  const document = procedureOf(town);
  expect(document.sections.map(({ heading }) => heading)).toEqual([
    ...['Allgemeine Beschreibung', 'Anwenderdokumentation', 'Technische Systemdokumentation'],
    ...['Betriebsdokumentation', 'Internes Kontrollsystem'],
  ]);
  const told = markdownOf(document, [['Stand', '2026-11-24']]);
  for (const each of [
    ...[
      'Anordnungsbefugnis | gesamte Behörde | 5.000,00 EUR | 2',
      '10.000,00 EUR | 1',
      'ohne Grenze | 2',
      'Version 1.2.3',
    ],
    ...[
      'Verkäufer ist „A \\| B“ und nicht (Bankkonto fehlt)',
      'höchstens 5 Minuten',
      'Fassung 4',
      'siegelt',
      'mittel.example',
    ],
    ...['Buchungsbelege | 8 |', 'post@auenfurt.example', 'Finanzverfahren | Übergabe', 'Documentation.issue'],
  ])
    expect(told).toContain(each);
  expect(told).not.toContain('geheim');
  const { odd } = read(htmlOf(document, []));
  expect(odd).toEqual([]);
});

it('tell the record of processing activities by the letters of Art. 30', () => {
  const { sections } = processingRecordOf(town);
  expect(sections.map(({ heading }) => /Buchstabe ([a-g])/.exec(heading)?.[1])).toEqual([...'abcdefg']);
  expect(markdownOf(processingRecordOf(town), [])).toContain('Finanzverfahren: Finanzverfahren');
});

it.each([
  ['https://a.example/key', 'a.example'],
  ['https://u:p@a.example:8443?x', 'a.example:8443'],
  ['nothing', 'unbekannt'],
])('tell of %s where it lies only', (url, origin) => expect(originOf(url)).toBe(origin));

it('differ by the rows that went and came, wherever they stand', () => {
  const before = procedureOf(town);
  expect(differencesOf(before, before)).toEqual([]);
  const changed = { ...town, approval: { ...town.approval, twoConfirmers: false }, departments: [] };
  expect(differencesOf(before, procedureOf(changed))).toEqual([
    {
      place: 'Allgemeine Beschreibung › Organisation',
      gone: ['Kurzname des Mandanten: auenfurt. Ämter: 1.', 'SCHULE: Schulamt'],
      come: ['Kurzname des Mandanten: auenfurt. Ämter: 0.'],
    },
    {
      place: 'Internes Kontrollsystem › Vier Augen und Wertstufen',
      gone: ['Sachliche und rechnerische Feststellung verlangen zwei Personen.'],
      come: ['Eine Person darf beide Feststellungen treffen.'],
    },
  ]);
});
