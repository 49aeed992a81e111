/** Beyond these an input is noted; how long a child may be silent, and how often it tells what it has done. */
export const fuzzLimits = {
  milliseconds: 2_000,
  memory: 512 * 2 ** 20,
  hungMilliseconds: 20_000,
  tellAfter: 500,
  progressMilliseconds: 60_000,
} as const;
