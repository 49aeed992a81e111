const [minute, hour, day] = [60_000, 60 * 60_000, 24 * 60 * 60_000];

/** Every number that bounds what leaves the house by mail. */
export const answerLimits = {
  /** Answers to one address on one day, of one tenant. */
  perAddressAndDay: 5,
  /** Of these, apart: mails that ask whether an address wants to be told. Strangers cause them, and take nothing of the others. */
  confirmationsPerAddressAndDay: 3,
  /** Of these, apart too: questions that staff ask. What programs tell takes none of them, so that an invoice does not wait for nothing. */
  queriesPerAddressAndDay: 20,
  /** Addresses that may be asked whether they want to be told of one delivery. */
  subscriptionsPerDelivery: 10,
  /** Longer than the sender waits for any server. */
  leaseMs: 5 * minute,
  /** How often the end of an attempt is written where others were quicker. */
  writeAttempts: 5,
  /** From one try to the next, and between all that follow. */
  retriesMs: [minute, 5 * minute, 15 * minute, hour],
  laterRetriesMs: 4 * hour,
  /** RFC 5321, 4.5.4.1: a sender gives up after four to five days. */
  giveUpAfterMs: 4 * day,
  /** Invoices whose reports one mail holds, findings told of each, and UTF-16 units of what is quoted. */
  reportsPerMail: 20,
  findingsPerReport: 100,
  quotedLength: 100,
  sentenceLength: 1000,
  reasonLength: 4000,
} as const;

/** When to try again after this many attempts. */
export const retryAfterMs = (attempts: number): number =>
  answerLimits.retriesMs[attempts - 1] ?? answerLimits.laterRetriesMs;
