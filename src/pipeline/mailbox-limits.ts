/** Looking into mailboxes: how long, how often, how much at once. */
export const mailboxWork = {
  /** A lease is this long and held on to well before it ends, so that it ends soon after its holder has died. */
  leaseMs: 20 * 1000,
  holdMs: 3 * 1000,
  /** Between two looks where the server tells of nothing in between, or says so to nobody. */
  pollMs: 60 * 1000,
  /** An access token that ends sooner is renewed before it is used. */
  renewBeforeMs: 5 * 60 * 1000,
  /** A renewal of a token is over by then, whatever has become of it; who waits for it looks again and again. */
  renewalMs: 30 * 1000,
  renewalWaitMs: 200,
  renewalWaits: 175,
  /** Mails of one round; between rounds other mailboxes have their turn. */
  mailsPerRound: 25,
  /** Mails in a row that could not be stored: beyond that it is not the mails. */
  unstoredInARow: 10,
  /** After a failure; twice as long with every further one. */
  retryMs: { least: 5 * 1000, most: 10 * 60 * 1000 },
  /** Mailboxes of one process that mails are taken from at the same time: each may hold one whole mail in memory. */
  looksAtOnce: 2,
  /** A look that takes longer goes on at the side, and the next mailbox has its turn. */
  slowAfterMs: 15 * 1000,
  /** Looks at the side; for a further one the one that has been there longest is called off. */
  slowLooksAtOnce: 4,
  /** One round of a look, one large mail over a slow line included, and the way to the open folder; then it is called off. */
  lookMs: 3 * 60 * 1000,
  /** Mailboxes that one process waits at for new mail; the others are looked into every `pollMs`. */
  watched: 200,
} as const;
