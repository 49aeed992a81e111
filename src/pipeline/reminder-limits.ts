/** Every number that bounds reminders; days and times are a tenant's setting. */
export const reminderLimits = {
  /** Until due rounds are looked for again. */
  pauseMs: 60 * 1000,
  /** Invoices looked at in one transaction, and people whose mails one plans. */
  invoices: 200,
  people: 50,
  /** Reminders noted for one person in one round: on the first day of a large authority everything is due at once. What is left comes later. */
  perPerson: 500,
  /** Days that reminders and their mails are kept, more than any pause between two of a kind; and how many go in one transaction. */
  keptDays: 180,
  forgotten: 5_000,
  /** Mails of one person in one round; what is more comes as a digest. */
  singles: 10,
  /** Reminders of one mail that are judged again when it goes out, and invoices that it names; the others are counted. */
  judged: 300,
  named: 100,
  /** UTF-16 units of a number or a seller. */
  quotedLength: 100,
} as const;
