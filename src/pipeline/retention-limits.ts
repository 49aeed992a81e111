/** Disposal: documents in one transaction, files taken out of the store in one, how long until the next look, lists. */
export const retentionLimits = {
  documents: 10,
  files: 20,
  pauseMs: 30 * 1000,
  holds: 500,
  disposals: 100,
  protocolPage: 500,
} as const;
