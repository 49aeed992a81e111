/** How long a mail server may take; together less than the lease of an answer. */
export const smtpLimits = {
  connectMs: 20_000,
  greetingMs: 20_000,
  /** Without a byte from the server. */
  silenceMs: 60_000,
  /** For one mail in all. */
  sendingMs: 180_000,
  causeLength: 300,
} as const;
