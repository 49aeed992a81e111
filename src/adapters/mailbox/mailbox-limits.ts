/** Bounds on what a mail server may cost. */
export const mailboxLimits = {
  /** From the look-up of the name to the end of TLS's handshake. */
  connectMs: 20 * 1000,
  greetingMs: 15 * 1000,
  /** Without a byte: longer than the pause between two looks, so that a quiet mailbox is no lost one. */
  socketMs: 150 * 1000,
  /** Between the last command and IDLE. */
  idleAfterMs: 100,
  /** How much of a mail one command asks for. */
  chunkBytes: 1024 * 1024,
  /** Of what is read of a header; more than any honest mail has. */
  headBytes: 256 * 1024,
  /** Beside a mail's own bytes, in one answer of the server. */
  answerBytes: 16 * 1024 * 1024,
  /** For a farewell; after that the line is cut. */
  farewellMs: 2 * 1000,
} as const;
