/** What one mail may hold on the way to its parts; the parts themselves are bounded by the room that is left. */
export const mailLimits = {
  /** Header lines of one part, in bytes. */
  headBytes: 256 * 1024,
  /** MIME nodes, multiparts included; real mails have some ten. */
  nodes: 1000,
  /** The splitter is fed in pieces of this size. */
  sliceBytes: 256 * 1024,
  mediaTypeLength: 127,
} as const;
