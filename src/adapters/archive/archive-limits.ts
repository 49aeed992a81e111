/** What an archive may be, beside the room that is left for its contents. */
export const archiveLimits = {
  /** Unpacked to packed bytes of one entry, and of all together; XML of thousands of like lines reaches some 60. */
  ratio: 200,
  /** Directories of more entries are not even read; office documents have some hundred. */
  entries: 5000,
  /** Up to this, an entry or the whole may unpack to whatever it likes. */
  harmlessBytes: 1024 * 1024,
} as const;
