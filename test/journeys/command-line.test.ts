import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { builtProgram } from '../adapters/built-program.js';
import { hiddenBomb, pdfWith, rawPdf } from '../adapters/pdf-samples.js';

const program = builtProgram('src/eingang.js');
const patienceMs = 300_000;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eingang-command-line-'));
  await mkdir(join(folder, 'b', 'inner'), { recursive: true });
  await mkdir(join(folder, 'empty'));
  await writeFile(join(folder, 'a.xml'), '<a/>');
  await writeFile(join(folder, 'z.XML'), '<a>');
  await writeFile(join(folder, 'notes.txt'), 'no invoice');
  await writeFile(join(folder, 'b', 'hybrid.pdf'), await pdfWith({ 'factur-x.xml': '<a/>', 'xrechnung.xml': '<b/>' }));
  await writeFile(join(folder, 'b', 'inner', 'plain.pdf'), rawPdf(['<< /Type /Catalog >>']));
});
afterAll(() => rm(folder, { recursive: true }));

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly told: string;
}

async function eingang(words: readonly string[], locale = 'C.UTF-8'): Promise<Outcome> {
  const child = spawn(process.execPath, [program, ...words], {
    cwd: folder,
    env: { LC_ALL: locale },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  const [out, told] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await ended;
  return { code: child.exitCode, out, told };
}

interface Line {
  readonly file: string;
  readonly attachment?: string;
  readonly reason: string | null;
  readonly wellFormed: boolean | null;
}

function linesOf(out: string): readonly Line[] {
  expect(out.endsWith('\n')).toBe(true);
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('eingang validate --json', () => {
  it('prints a line for each invoice of a folder, sorted, named relative to it, and nothing else', async () => {
    const { out } = await eingang(['validate', '--json', '.']);
    expect(linesOf(out)).toMatchObject([
      { file: 'a.xml', wellFormed: true },
      { file: 'b/hybrid.pdf', attachment: 'factur-x.xml', xmlSha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { file: 'b/hybrid.pdf', attachment: 'xrechnung.xml', xmlSha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { file: 'b/inner/plain.pdf', wellFormed: null, acceptance: 'no-scenario', reason: 'pdfWithoutInvoice' },
      { file: 'z.XML', wellFormed: false, findings: [{ book: 'format', severity: 'fatal' }] },
    ]);
    for (const line of linesOf(out)) expect(line).not.toHaveProperty('invoice');
  });

  it('names each file from the path as it was given where there are several paths', async () => {
    const { out } = await eingang(['validate', '--json', './b/../a.xml', 'b', join(folder, 'z.XML')]);
    expect(linesOf(out).map(({ file }) => file)).toEqual([
      './b/../a.xml',
      'b/hybrid.pdf',
      'b/hybrid.pdf',
      'b/inner/plain.pdf',
      join(folder, 'z.XML'),
    ]);
  });

  it(
    'says the same in the same order when it works in processes of its own',
    async () => {
      const many = Array.from({ length: 20 }, () => ['.', 'b/hybrid.pdf']).flat();
      const [here, there] = await Promise.all([
        eingang(['validate', '--json', '--exhaustive', ...many]),
        eingang(['validate', '--json', '--exhaustive', '--jobs', '2', ...many]),
      ]);
      expect(linesOf(here.out)).toHaveLength(20 * 7);
      expect(there).toEqual(here);
    },
    patienceMs,
  );

  it(
    'goes on after a file that breaks its reader, and says so',
    async () => {
      const hostile = `${folder}-bomb.pdf`;
      await writeFile(hostile, hiddenBomb(2048));
      try {
        const { code, out } = await eingang(['validate', '--json', '--jobs', '1', hostile, 'a.xml']);
        expect(linesOf(out)).toMatchObject([
          { verdict: 'couldNotBeChecked', reason: 'readerMemory' },
          { file: 'a.xml' },
        ]);
        expect(code).toBe(3);
      } finally {
        await rm(hostile);
      }
    },
    patienceMs,
  );

  it('does not read a file beyond the limit', async () => {
    const large = `${folder}-large.xml`;
    await writeFile(large, '');
    await truncate(large, 8 * 1024 ** 4);
    try {
      expect(linesOf((await eingang(['validate', '--json', large])).out)).toMatchObject([{ reason: 'fileTooLarge' }]);
    } finally {
      await rm(large);
    }
  });
});

describe('eingang validate in words', () => {
  it('says in English or German what became of each, and how many', async () => {
    const english = await eingang(['validate', 'b/inner']);
    expect(english.out).toContain('plain.pdf: no e-invoice\n  No invoice is embedded in the PDF as XML.\n');
    expect(english.out).toContain('1 checked: 1 no e-invoice\n');
    const german = await eingang(['validate', 'b/inner'], 'de_DE.UTF-8');
    expect(german.out).toContain('plain.pdf: keine E-Rechnung\n  In der PDF-Datei ist keine Rechnung');
  });

  it('never hands control characters of a sender to the terminal', async () => {
    const name = 'bell\u0007\u001b[2J.pdf';
    await writeFile(join(folder, 'b', 'inner', name), '');
    const { out } = await eingang(['validate', `b/inner/${name}`]);
    expect(out).toContain('The file is empty.');
    expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    await rm(join(folder, 'b', 'inner', name));
  });
});

describe('The exit code', () => {
  it.each([
    ['1 where a file is no e-invoice', ['validate', 'b/inner'], 1],
    ['2 with the usage where no path is given', ['validate'], 2],
    ['2 where a path is not there', ['validate', '--json', 'a.xml', 'missing.xml'], 2],
    ['2 for an option that does not exist', ['validate', '--fast', '.'], 2],
    ['2 for a senseless number of jobs', ['validate', '--jobs', '0', '.'], 2],
    ['2 for a command that does not exist', ['approve', 'everything'], 2],
    ['2 for a word that only JavaScript knows', ['constructor'], 2],
    ['2 where a folder holds no file to check', ['validate', 'empty'], 2],
    ['2 for a word too many behind the start of the service', ['start', 'now'], 2],
    ['2 for a word too many behind the migration', ['migrate', 'everything'], 2],
    ['2 for a word too many behind the check of the log', ['audit', 'verify', 'quickly'], 2],
    ['0 where help was asked for', ['validate', '--help'], 0],
  ])('is %s', async (_what, words, code) => {
    const outcome = await eingang(words);
    expect(outcome.code).toBe(code);
    if (code !== 1) expect(outcome).toMatchObject({ out: '', told: expect.stringMatching(/\S/) });
  });
});

describe('Asked for help', () => {
  it.each(['start', 'migrate', 'tenant create', 'audit verify', 'dry-run', 'openapi', 'validate'])(
    '"%s" says how it is called and does nothing',
    async (name) => {
      const { code, out, told } = await eingang([...name.split(' '), '--help']);
      expect({ code, out }).toEqual({ code: 0, out: '' });
      expect(told.startsWith(`eingang ${name}`)).toBe(true);
    },
  );
});

describe('What is not understood is named before the usage', () => {
  it.each([
    ['a number of jobs in letters', ['validate', '--jobs', 'x', '.'], '--jobs is "x"; expected a whole number'],
    ['a day that is none', ['validate', '--day', '2026-02-30', '.'], '--day is "2026-02-30"; expected a day'],
    ['a dry run without a day', ['dry-run'], '--day is missing'],
    ['a tenant without a slug', ['tenant', 'create', '--name', 'Town'], '--slug is missing'],
    ['a tenant with one administrator', tenant('town', 'a:A'), 'Exactly two administrators'],
    ['a tenant with the same login twice', tenant('town', 'a:A', 'A:B'), 'Both administrators have the same login'],
    ['a slug in capitals', tenant('Town', 'a:A', 'b:B'), '--slug is missing or not of this form'],
    ['an administrator without a name', tenant('town', 'a', 'b:B'), '--admin is not of the form'],
  ])('%s', async (_what, words, sentence) => {
    const { code, told } = await eingang(words);
    expect(code).toBe(2);
    expect(told.startsWith(sentence)).toBe(true);
    expect(told).toContain(`\neingang ${words[0] ?? ''}`);
  });

  it('in German on a German machine', async () => {
    const { told } = await eingang(tenant('town', 'a:A'), 'de_DE.UTF-8');
    expect(told).toContain('genau zwei Administratoren');
  });
});

function tenant(slug: string, ...administrators: readonly string[]): readonly string[] {
  return ['tenant', 'create', '--slug', slug, '--name', 'Town', ...administrators.flatMap((one) => ['--admin', one])];
}

describe('eingang validate --html', () => {
  it('writes a page for each invoice into the folder, which it makes, and says the rest as ever', async () => {
    const { code, out } = await eingang(['validate', '--html', 'pages/of today', 'b', 'b/hybrid.pdf']);
    expect(code).toBe(1);
    expect(out).toContain('5 checked');
    expect((await readdir(join(folder, 'pages', 'of today'))).sort()).toEqual([
      'b-hybrid.pdf-factur-x.xml-2.html',
      'b-hybrid.pdf-factur-x.xml.html',
      'b-hybrid.pdf-xrechnung.xml-2.html',
      'b-hybrid.pdf-xrechnung.xml.html',
      'b-inner-plain.pdf.html',
    ]);
    const page = await readFile(join(folder, 'pages', 'of today', 'b-inner-plain.pdf.html'), 'utf8');
    expect(page).toContain('In der PDF-Datei ist keine Rechnung als XML eingebettet.');
    expect(page).toContain('No invoice is embedded in the PDF as XML.');
  });

  it.each([
    [
      'a file stands',
      'a.xml',
      'C.UTF-8',
      'No reports can be written to the folder "a.xml": there is a file on the way',
    ],
    [
      'a file is on the way',
      'a.xml/pages',
      'C.UTF-8',
      'No reports can be written to the folder "a.xml/pages": there is',
    ],
    [
      'nothing can be made',
      '/proc/x/pages',
      'de_DE.UTF-8',
      'In den Ordner "/proc/x/pages" können keine Berichte geschrie',
    ],
    [
      'nothing can be written',
      '/proc',
      'de_DE.UTF-8',
      'In den Ordner "/proc" können keine Berichte geschrieben werden',
    ],
  ])('ends before the first file where %s', async (_what, pages, locale, sentence) => {
    const { code, out, told } = await eingang(['validate', '--html', pages, 'b'], locale);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(told.startsWith(sentence)).toBe(true);
    expect(told.trimEnd()).not.toContain('\n');
  });

  it('goes not together with --json', async () => {
    const { code, told } = await eingang(['validate', '--json', '--html', 'pages', 'b']);
    expect(code).toBe(2);
    expect(told).toMatch(/^Either --json or --html FOLDER/);
  });
});

describe('eingang rules', () => {
  it('lists the rules of a book, as lines of JSON where that is asked for', async () => {
    const [text, json] = await Promise.all([
      eingang(['rules', 'xrechnung']),
      eingang(['rules', '--json', 'xrechnung']),
    ]);
    expect(text.out).toContain('xrechnung BR-DE-15 [UBL XRechnung 2.6.0: error, CII XRechnung 2.6.0: error]\n');
    const lines: readonly object[] = json.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.length).toBeGreaterThan(80);
    expect(lines).toContainEqual(
      expect.objectContaining({
        book: 'xrechnung',
        id: 'BR-DE-15',
        advice: { de: expect.any(String), en: expect.any(String) },
      }),
    );
  });

  it('knows no other books', async () => {
    expect(await eingang(['rules', 'constructor'])).toMatchObject({ code: 2, out: '' });
  });
});
