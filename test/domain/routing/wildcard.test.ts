import fc from 'fast-check';
import { fitsWildcard } from '../../../src/domain/routing/wildcard.js';

describe('a pattern with * and ?', () => {
  it.each([
    ['abc', 'abc', true],
    ['abc', 'a?c', true],
    ['abc', 'a*', true],
    ['abc', '*c', true],
    ['abc', '*b*', true],
    ['abc', '***', true],
    ['', '*', true],
    ['', '', true],
    ['', '?', false],
    ['abc', 'ab', false],
    ['abc', 'b*', false],
    ['abc', '*d', false],
    ['a.c', 'a.c', true],
    ['abc', 'a.c', false],
    ['aab', '*ab', true],
    ['abab', 'a*?b', true],
  ])('%j fits %j: %s', (text, pattern, expected) => {
    expect(fitsWildcard(text, pattern)).toBe(expected);
  });

  it('agrees with the definition by recursion', () => {
    const byDefinition = (text: string, pattern: string): boolean => {
      const [first, ...rest] = pattern;
      const after = rest.join('');
      if (first === undefined) return text === '';
      if (first === '*') return byDefinition(text, after) || (text !== '' && byDefinition(text.slice(1), pattern));
      return text !== '' && (first === '?' || first === text[0]) && byDefinition(text.slice(1), after);
    };
    const fits = new Set<boolean>();
    fc.assert(
      fc.property(fc.stringMatching(/^[ab]{0,8}$/), fc.stringMatching(/^[ab?*]{0,6}$/), (text, pattern) => {
        const fit = fitsWildcard(text, pattern);
        fits.add(fit);
        expect(fit).toBe(byDefinition(text, pattern));
      }),
      { numRuns: 2_000, seed: 25 },
    );
    expect(fits.size).toBe(2);
  });

  it('answers on the worst of patterns', () => {
    expect(fitsWildcard('a'.repeat(1_000), `${'a*'.repeat(99)}b`)).toBe(false);
  });
});
