import fc from 'fast-check';
import { canonicalJson, type CanonicalValue } from '../../src/domain/audit/canonical-json.js';

// RFC 8785, JSON Canonicalization Scheme. Its numbers are left out but safe integers, by design.

describe('the canonical text', () => {
  it.each<[string, CanonicalValue, string]>([
    [
      'the strings and literals of RFC 8785, 3.2.2',
      { string: '\u20ac$\u000f\nA\'B"\\\\"/', literals: [null, true, false] },
      '{"literals":[null,true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    ],
    [
      'names in the order of RFC 8785, 3.2.3',
      {
        '\u20ac': 'Euro Sign',
        '\r': 'Carriage Return',
        '\ufb33': 'Hebrew Letter Dalet With Dagesh',
        '1': 'One',
        '\ud83d\ude00': 'Emoji: Grinning Face',
        '\u0080': 'Control',
        '\u00f6': 'Latin Small Letter O With Diaeresis',
      },
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    ],
    ['names within names', { b: { d: 1, c: [] }, a: {} }, '{"a":{},"b":{"c":[],"d":1}}'],
    ['control characters', '\b\t\n\f\r\u0000\u001f\u007f', '"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f"'],
    ['no solidus escaped, no blank', ['a/b', 'c d'], '["a/b","c d"]'],
    [
      'numbers at the edges',
      [0, -0, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER],
      '[0,0,-1,9007199254740991,-9007199254740991]',
    ],
    ['absent members', { a: undefined, b: null }, '{"b":null}'],
    ['names that objects have themselves', { constructor: 1, toString: 2 }, '{"constructor":1,"toString":2}'],
  ])('writes %s', (_what, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('keeps a member called __proto__', () => {
    expect(canonicalJson(JSON.parse('{"b":1,"__proto__":2}'))).toBe('{"__proto__":2,"b":1}');
  });

  it.each([1.5, Number.NaN, Infinity, -Infinity, 2 ** 53, 1e21])('refuses the number %p', (number) => {
    expect(() => canonicalJson({ number })).toThrow(/not a safe integer/);
  });

  it.each(['\ud800', 'a\udc00b', '\udc00\ud800', '😀\ud83d'])(
    'refuses half a character in a value and in a name',
    (text) => {
      expect(() => canonicalJson([text])).toThrow(/lone surrogate/);
      expect(() => canonicalJson({ [text]: 1 })).toThrow(/lone surrogate/);
    },
  );
});

const { value: anyValue } = fc.letrec<{ value: CanonicalValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger().map((number) => number + 0),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.string({ unit: 'binary-ascii' }), tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
}));

describe('whatever is written', () => {
  it('reads back as what it was', () => {
    fc.assert(fc.property(anyValue, (value) => expect(JSON.parse(canonicalJson(value))).toEqual(value)));
  });

  it('has one text, whatever the order of its members', () => {
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([name, member]) => [name, reversed(member)]),
            )
          : value;
    fc.assert(
      fc.property(anyValue, (value) => {
        const again: CanonicalValue = JSON.parse(JSON.stringify(reversed(value)));
        expect(canonicalJson(again)).toBe(canonicalJson(value));
      }),
    );
  });

  it('says something else where the values differ', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (one, other) => {
        expect(canonicalJson(one) === canonicalJson(other)).toBe(equalJson(one, other));
      }),
    );
  });
});

function equalJson(one: unknown, other: unknown): boolean {
  try {
    expect(one).toEqual(other);
    return true;
  } catch {
    return false;
  }
}
