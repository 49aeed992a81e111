import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ReaderPool, type ReaderPoolOptions } from '../../src/adapters/reader-process/reader-pool.js';
import type { ExaminerAnswer } from '../../src/pipeline/ports/examiner.js';
import { builtProgram } from './built-program.js';
import { slowPdf, hiddenBomb, pdfWith, rawPdf } from './pdf-samples.js';
import { environmentOf, gone, readersBelow } from './reader-watch.js';

const entry = builtProgram('src/reader.js');
const mebibyte = 1024 * 1024;

/** Some documents take as long as they may; a slow machine must not make that a failure. */
const patienceMs = 300_000;

const pools: ReaderPool[] = [];
function poolOf(options: Partial<ReaderPoolOptions> = {}): ReaderPool {
  // How soon a reader starts is the machine's business.
  const pool = new ReaderPool({ entry, size: 1, ...options, limits: { startMs: 120_000, ...options.limits } });
  pools.push(pool);
  return pool;
}
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
  expect(readersBelow(process.pid)).toEqual([]);
}, patienceMs);

const xml = Buffer.from('<Rechnung><Nummer>1</Nummer></Rechnung>');

/** What became of the first document of the file: a reason, well-formed or not, or how the reader ended. */
function outcomeOf(answer: ExaminerAnswer): string {
  if (answer.kind !== 'examined') return answer.kind === 'broke' ? `broke: ${answer.cause}` : 'unavailable';
  const [document] = answer.examination.documents;
  if (document?.wellFormed === null) return document.reason ?? 'nothing';
  return document?.wellFormed ? 'well-formed' : (document?.findings[0]?.rule ?? 'nothing');
}

describe('A pool of readers', () => {
  it(
    'answers what each file is, many at the same time, each answer for its own document',
    async () => {
      const pool = poolOf({ size: 2 });
      const pdf = await pdfWith({ 'factur-x.xml': '<a/>' });
      const kinds = [
        [xml, 'well-formed'],
        [Buffer.from('%PNG'), 'unknownFileKind'],
        [rawPdf(['<< /Type /Catalog >>']), 'pdfWithoutInvoice'],
        [pdf, 'well-formed'],
        [Buffer.from('<a><b></a>'), 'FORMAT-NOT-WELL-FORMED'],
      ] as const;
      const files = Array.from({ length: 60 }, (_, at) => kinds[at % kinds.length] ?? kinds[0]);
      const answers = await Promise.all(files.map(([bytes]) => pool.examine(bytes, 'file')));
      expect(answers.map(outcomeOf)).toEqual(files.map(([, outcome]) => outcome));
      expect(readersBelow(process.pid)).toHaveLength(2);
    },
    patienceMs,
  );

  it(
    'hands nothing of its own environment to a reader',
    async () => {
      await poolOf().examine(xml, 'a.xml');
      const [reader] = readersBelow(process.pid);
      expect(reader).toBeDefined();
      expect(environmentOf(reader)).toBe('');
      expect(environmentOf(process.pid)).not.toBe('');
    },
    patienceMs,
  );

  it(
    'replaces a reader after so many documents',
    async () => {
      const pool = poolOf({ limits: { documents: 2 } });
      const readers = new Set<number | undefined>();
      for (let at = 0; at < 6; at += 1) {
        expect(outcomeOf(await pool.examine(xml, 'a.xml'))).toBe('well-formed');
        readers.add(readersBelow(process.pid)[0]);
      }
      expect(readers.size).toBe(3);
    },
    patienceMs,
  );

  it(
    'says that no reader could be started, which is not the fault of the document',
    async () => {
      const answer = await poolOf({ entry: `${entry}.missing` }).examine(xml, 'a.xml');
      expect(answer).toMatchObject({ kind: 'unavailable', cause: expect.stringContaining('Cannot find module') });
    },
    patienceMs,
  );

  it(
    'takes only so many waiting documents, and none after it was closed',
    async () => {
      const pool = poolOf({ limits: { waiting: 3 } });
      const answers = await Promise.all(Array.from({ length: 10 }, () => pool.examine(xml, 'a.xml')));
      const outcomes = answers.map(outcomeOf);
      expect(outcomes.filter((outcome) => outcome === 'well-formed').length).toBeGreaterThanOrEqual(3);
      expect(outcomes.at(-1)).toBe('unavailable');
      await pool.close();
      expect(outcomeOf(await pool.examine(xml, 'a.xml'))).toBe('unavailable');
    },
    patienceMs,
  );

  it(
    'answers the document being read before it is closed',
    async () => {
      const pool = poolOf();
      const answer = pool.examine(xml, 'a.xml');
      await pool.close();
      expect(outcomeOf(await answer)).toBe('well-formed');
    },
    patienceMs,
  );
});

describe('A document that breaks its reader', () => {
  it(
    'by taking too long is stopped by the clock; the next one is read',
    async () => {
      // Enough for the second document, however busy the machine.
      const pool = poolOf({ limits: { timeMs: 5_000 } });
      const answers = await Promise.all([pool.examine(slowPdf(), 'a.pdf'), pool.examine(xml, 'b.xml')]);
      expect(answers.map(outcomeOf)).toEqual(['broke: time', 'well-formed']);
    },
    patienceMs,
  );

  it(
    'by unpacking to more than 512 MB is stopped by its memory; the next one is read',
    async () => {
      const pool = poolOf({ limits: { timeMs: 60_000 } });
      const answers = await Promise.all([pool.examine(hiddenBomb(2048), 'a.pdf'), pool.examine(xml, 'b.xml')]);
      expect(answers.map(outcomeOf)).toEqual(['broke: memory', 'well-formed']);
    },
    patienceMs,
  );

  it(
    'by killing it is answered for itself alone',
    async () => {
      const pool = poolOf({ size: 2 });
      await Promise.all([pool.examine(xml, 'a.xml'), pool.examine(xml, 'b.xml')]);
      const before = readersBelow(process.pid);
      const broken = pool.examine(slowPdf(), 'c.pdf');
      const others = Array.from({ length: 5 }, () => pool.examine(xml, 'd.xml'));
      expect((await Promise.all(others)).map(outcomeOf)).toEqual(Array.from({ length: 5 }, () => 'well-formed'));
      for (const reader of before) process.kill(reader, 'SIGKILL');
      expect(outcomeOf(await broken)).toBe('broke: crash');
      expect(outcomeOf(await pool.examine(xml, 'e.xml'))).toBe('well-formed');
    },
    patienceMs,
  );

  it(
    'by an answer beyond the limit is stopped',
    async () => {
      const pool = poolOf({ limits: { answerBytes: 200 } });
      expect(outcomeOf(await pool.examine(xml, 'a.xml'))).toBe('broke: crash');
    },
    patienceMs,
  );
});

describe('A large or deep document', () => {
  it(
    'of 25 MB is read within the limits',
    async () => {
      const line =
        '<Position><Nummer>1</Nummer><Text>Ein Satz, der Platz braucht, wie ihn Rechnungen haben.</Text></Position>';
      const lines = Buffer.from(`<Rechnung>${line.repeat(Math.floor((25 * mebibyte - 100) / line.length))}</Rechnung>`);
      expect(lines.byteLength).toBeGreaterThan(24 * mebibyte);
      const outcome = outcomeOf(await poolOf().examine(lines, 'a.xml'));
      expect(['well-formed', 'FORMAT-ELEMENTS', 'FORMAT-LINES']).toContain(outcome);
    },
    patienceMs,
  );

  it(
    'with one attachment of 25 MB is read within the limits',
    async () => {
      const name = 'cbc:EmbeddedDocumentBinaryObject';
      const open = `<a xmlns:cbc="urn:x"><${name} mimeCode="application/pdf">`;
      const bytes = Buffer.concat([
        Buffer.from(open),
        Buffer.alloc(24 * mebibyte, 'QUJD'),
        Buffer.from(`</${name}></a>`),
      ]);
      expect(outcomeOf(await poolOf().examine(bytes, 'a.xml'))).toBe('well-formed');
    },
    patienceMs,
  );

  it(
    'of a million levels is refused for its depth',
    async () => {
      expect(outcomeOf(await poolOf().examine(Buffer.from('<a>'.repeat(1_000_000)), 'a.xml'))).toBe('FORMAT-DEPTH');
    },
    patienceMs,
  );
});

describe('A reader whose parent is killed', () => {
  it(
    'ends too, even in the middle of a document that never does',
    async () => {
      const parent = spawn(process.execPath, ['--input-type=module', '--eval', parentProgram], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(parent.stdout, 'data');
      const readers = readersBelow(parent.pid);
      expect(readers).toHaveLength(1);
      parent.kill('SIGKILL');
      await gone(readers[0]);
    },
    patienceMs,
  );
});

/** Starts a pool, has one document read, gives it one that never ends, and says when. */
const parentProgram = `
  const { ReaderPool } = await import(${JSON.stringify(builtProgram('src/adapters/reader-process/reader-pool.js'))});
  const pool = new ReaderPool({ entry: ${JSON.stringify(entry)}, size: 1 });
  await pool.examine(Buffer.from('<a/>'), 'a.xml');
  void pool.examine(Buffer.concat([Buffer.from('%PDF-1.7\\n'), Buffer.from('1 0 obj <<\\n'.repeat(1000000))]), 'b.pdf');
  setImmediate(() => console.log('reading'));
`;
