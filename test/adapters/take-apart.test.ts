import { ReaderPool } from '../../src/adapters/reader-process/reader-pool.js';
import { ReaderPoolDismantler } from '../../src/adapters/reader-process/reader-pool-dismantler.js';
import { decodeMessage, encodeMessage } from '../../src/adapters/reader-process/reader-messages.js';
import { fatesOf } from '../../src/domain/mail/fates.js';
import { deliveryRoom } from '../../src/pipeline/limits.js';
import type { DismantlerAnswer, TakenPiece } from '../../src/pipeline/ports/dismantler.js';
import { attached, mixed } from '../fixtures/mails/mail-builder.js';
import { messyMails } from '../fixtures/mails/messy-mails.table.js';
import { papersOf } from '../fixtures/mails/papers.js';
import { builtProgram } from './built-program.js';
import { hiddenBomb } from './pdf-samples.js';

const pool = new ReaderPool({ entry: builtProgram('src/reader.js'), size: 1 });
const dismantler = new ReaderPoolDismantler(pool);
afterAll(() => pool.close());

const takeApart = (bytes: Uint8Array, thorough = true) =>
  dismantler.takeApart(
    { bytes, fileName: 'mail.eml', mediaType: 'message/rfc822' },
    { thorough, withTexts: false, room: deliveryRoom },
  );

const piecesOf = (answer: DismantlerAnswer): readonly TakenPiece[] =>
  answer.kind === 'takenApart' ? answer.pieces : [];

/** Every fifth of the table, which as a whole is held to its word in test/pipeline/sort-delivery.test.ts. */
const some = messyMails
  .map((row, at) => ({ ...row, prefix: String(at + 1).padStart(2, '0') }))
  .filter((_, at) => at % 5 === 0);

it.each(some)('a reader process takes apart: $name', async ({ prefix, make, becomes }) => {
  const pieces = piecesOf(await takeApart(await make(papersOf(prefix))));
  const fates = fatesOf(pieces.map(({ piece }) => piece));
  const told = pieces.map(({ piece }, at) => `${piece.fileName}: ${fates[at]?.fate ?? ''}`);
  expect(told).toEqual(becomes.map((line) => line.replace(/^(.*: \w+).*$/, '$1')));
});

it('hands back the bytes of what may be an invoice, and no others', async () => {
  const xml = papersOf('T').ubl('A');
  const pieces = piecesOf(await takeApart(mixed(attached('r.xml', xml), attached('ich.vcf', 'BEGIN:VCARD'))));
  const bytes = pieces.map((one) => one.bytes && Buffer.from(one.bytes));
  expect(bytes).toEqual([null, null, xml, null]);
});

it('is ended by a mail whose PDF fills its memory, and opens that mail without looking into PDFs', async () => {
  const bomb = mixed(attached('a.pdf', hiddenBomb(600)), attached('r.xml', papersOf('V').ubl('A')));
  const limited = new ReaderPool({
    entry: builtProgram('src/reader.js'),
    size: 1,
    limits: { memoryBytes: 200 * 1024 * 1024 },
  });
  const part = { bytes: bomb, fileName: 'mail.eml', mediaType: 'message/rfc822' };
  try {
    expect(
      await new ReaderPoolDismantler(limited).takeApart(part, { thorough: true, withTexts: false, room: deliveryRoom }),
    ).toEqual({
      kind: 'broke',
      cause: 'memory',
    });
    const pieces = piecesOf(
      await new ReaderPoolDismantler(limited).takeApart(part, {
        thorough: false,
        withTexts: false,
        room: deliveryRoom,
      }),
    );
    expect(pieces.map(({ piece }) => piece.kind)).toEqual(['mail', 'text', 'pdf', 'xml']);
  } finally {
    await limited.close();
  }
});

describe('What a reader says of pieces', () => {
  const answer = async () => piecesOf(await takeApart(mixed(attached('r.xml', papersOf('L').ubl('A')))));
  const spoken = (pieces: readonly TakenPiece[]) => encodeMessage({ kind: 'takenApart', pieces }, Infinity).subarray(4);

  it('is understood', async () => {
    const pieces = await answer();
    expect(decodeMessage(spoken(pieces))).toEqual({ kind: 'takenApart', pieces });
  });

  it.each<[string, (pieces: readonly TakenPiece[]) => readonly TakenPiece[]]>([
    [
      'bytes that are not what their sum says',
      (pieces) => pieces.map((one) => ({ ...one, bytes: one.bytes && Buffer.from('x') })),
    ],
    [
      'a piece in one that comes later',
      (pieces) => pieces.map((one) => ({ ...one, piece: { ...one.piece, parent: 9 } })),
    ],
    [
      'a name that is too long',
      (pieces) => pieces.map((one) => ({ ...one, piece: { ...one.piece, fileName: 'x'.repeat(256) } })),
    ],
    ['no piece at all, not even the part itself', () => []],
    [
      'more pieces than there may be',
      (pieces) => Array.from({ length: 202 }, () => pieces[0]).flatMap((one) => one ?? []),
    ],
  ])('is not believed: %s', async (_, lie) => {
    const lied = spoken(lie(await answer()));
    expect(() => decodeMessage(lied)).toThrow();
  });
});
