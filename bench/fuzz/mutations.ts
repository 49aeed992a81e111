import { seededRandom, type Random } from './random.js';

/** One change to the bytes of a document. */
type Mutation = (bytes: Buffer, random: Random) => Buffer;

const interesting: readonly string[] = [
  ...[
    '<!DOCTYPE a [<!ENTITY e "e">]>',
    '&e;',
    '&#0;',
    '&#x10ffff;',
    ']]>',
    '<![CDATA[',
    '<!--',
    '-->',
    '<?x?>',
    '</',
    '/>',
  ],
  ...[
    '-',
    '.',
    'INF',
    'NaN',
    '1e999',
    '-0',
    '0.005',
    '9'.repeat(400),
    '\u0000',
    '\ufeff',
    '\u2028',
    '\ud800',
    '"',
    "'",
    '&',
  ],
  ...[
    'S',
    'O',
    'AE',
    '#SKONTO#TAGE=1#PROZENT=1.00#',
    '\n',
    ' '.repeat(5000),
    '%',
    '::',
    '//',
    '#',
    '2026-02-30',
    'true',
  ],
];

/** Where an element begins and ends, roughly: a fuzzer need not be right. */
function elementAt(bytes: Buffer, random: Random): { readonly start: number; readonly end: number } | null {
  const start = bytes.indexOf('<', random.below(bytes.length));
  if (start < 0) return null;
  const name = /^<([^\s/>]{1,60})/.exec(bytes.toString('latin1', start, start + 64))?.[1];
  const end = name === undefined ? -1 : bytes.indexOf(`</${name}>`, start);
  return name === undefined || end < 0 ? null : { start, end: end + name.length + 3 };
}

const join = (...parts: readonly Buffer[]): Buffer => Buffer.concat(parts);

const onElement =
  (change: (before: Buffer, element: Buffer, after: Buffer, random: Random) => Buffer): Mutation =>
  (bytes, random) => {
    const found = elementAt(bytes, random);
    if (!found) return bytes;
    return change(
      bytes.subarray(0, found.start),
      bytes.subarray(found.start, found.end),
      bytes.subarray(found.end),
      random,
    );
  };

function stretch(bytes: Buffer, random: Random, most: number): readonly [number, number] {
  const start = random.below(bytes.length);
  return [start, Math.min(bytes.length, start + 1 + random.below(most))];
}

const mutations: readonly Mutation[] = [
  // Bytes: another value, left out, doubled, swapped, cut off, something that means something put in.
  (bytes, random) => {
    const copy = Buffer.from(bytes);
    copy[random.below(copy.length)] = random.below(256);
    return copy;
  },
  (bytes, random) => {
    const [start, end] = stretch(bytes, random, 200);
    return join(bytes.subarray(0, start), bytes.subarray(end));
  },
  (bytes, random) => {
    const [start, end] = stretch(bytes, random, 2_000);
    return join(bytes.subarray(0, end), bytes.subarray(start));
  },
  (bytes, random) => {
    const [[a, b] = [0, 0], [c, d] = [0, 0]] = [stretch(bytes, random, 50), stretch(bytes, random, 50)].sort(
      ([x], [y]) => x - y,
    );
    return b > c
      ? bytes
      : join(bytes.subarray(0, a), bytes.subarray(c, d), bytes.subarray(b, c), bytes.subarray(a, b), bytes.subarray(d));
  },
  (bytes, random) => bytes.subarray(0, 1 + random.below(bytes.length)),
  (bytes, random) => {
    const at = random.below(bytes.length);
    return join(bytes.subarray(0, at), Buffer.from(random.of(interesting)), bytes.subarray(at));
  },
  // Elements: left out, doubled, many times, with another content, swapped with the next, nested in itself.
  onElement((before, _, after) => join(before, after)),
  onElement((before, element, after) => join(before, element, element, after)),
  onElement((before, element, after, random) =>
    element.length > 5_000
      ? join(before, element, after)
      : join(before, ...Array.from({ length: 2 + random.below(300) }, () => element), after),
  ),
  onElement((before, element, after, random) => {
    const text = element.toString('latin1');
    const content = text.replace(/>[^<]*<\//, () => `>${random.of(interesting)}</`);
    return join(before, Buffer.from(content, 'latin1'), after);
  }),
  onElement((before, element, after, random) => {
    const next = elementAt(after, random);
    if (!next) return join(before, element, after);
    const other = after.subarray(next.start, next.end);
    return join(before, other, after.subarray(0, next.start), element, after.subarray(next.end));
  }),
  onElement((before, element, after, random) => {
    const open = element.indexOf('>') + 1;
    const depth = 1 + random.below(random.below(20) === 0 ? 12_000 : 30);
    const tag = element.subarray(0, open);
    const close = element.subarray(element.lastIndexOf('</'));
    return join(before, ...new Array<Buffer>(depth).fill(tag), element, ...new Array<Buffer>(depth).fill(close), after);
  }),
  // The whole in another encoding than it says.
  (bytes, random) => {
    const text = bytes.toString('utf8');
    const [encoding, mark] = random.of([
      ['utf16le', '\ufeff'],
      ['utf16le', ''],
      ['latin1', ''],
      ['utf8', '\ufeff'],
    ] as const);
    return Buffer.from(mark + text, encoding);
  },
];

/** A document made of another by one to six changes; the same seed makes the same. */
export function mutated(source: Buffer, seed: number): Buffer {
  const random = seededRandom(seed);
  let bytes = source;
  for (let left = 1 + random.below(6); left > 0 && bytes.length > 0; left -= 1)
    bytes = random.of(mutations)(bytes, random);
  return bytes.length > mostBytes ? bytes.subarray(0, mostBytes) : bytes;
}

const mostBytes = 3_000_000;
