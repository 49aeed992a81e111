const minuteMs = 60 * 1000;

/** Numbers of signing in and of sessions (OWASP ASVS 4.0, 2.2.1 and 3.3). */
export const signInLimits = {
  /** After so many failures in a row the access rests; after as many more it rests longer. */
  failures: 5,
  restsMs: [minuteMs, 5 * minuteMs, 15 * minuteMs, 60 * minuteMs],
  idleMs: 60 * minuteMs,
  absoluteMs: 12 * 60 * minuteMs,
  /** A session's last use is written at most this often. */
  touchMs: minuteMs,
} as const;

/** How long an access rests after its latest failure; null: it does not. */
export function restAfter(failures: number): number | null {
  if (failures === 0 || failures % signInLimits.failures !== 0) return null;
  const turn = failures / signInLimits.failures;
  return signInLimits.restsMs[Math.min(turn, signInLimits.restsMs.length) - 1] ?? null;
}

/** Numbers of the second factor. */
export const secondFactorLimits = {
  recoveryCodes: 10,
  /** Whoever changes their second factor has proved the present one within so many minutes. */
  freshMinutes: 10,
} as const;
