/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** A whole number from 0 to below the bound; 0 where the bound is 0. */
  below(bound: number): number;
  of<Value>(values: readonly Value[]): Value;
}

/** Marsaglia's xorshift over 32 bits, its seed stirred first so that neighbouring seeds differ at once. */
export function seededRandom(seed: number): Random {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ (seed >>> 13)) | 1;
  const below = (bound: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return bound <= 0 ? 0 : (state >>> 0) % bound;
  };
  return {
    below,
    of: (values) => {
      const value = values[below(values.length)];
      if (value === undefined) throw new Error('Nothing to choose from.');
      return value;
    },
  };
}
