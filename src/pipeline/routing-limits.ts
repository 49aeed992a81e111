/** Trying out routing rules: on how many invoices, for how long, how many at once. */
export const simulationLimits = {
  /** The latest invoices, at most. */
  invoices: 5_000,
  /** Read in one transaction; invoice lines may be long, and are read only for rules that look at them. */
  perRound: 250,
  perRoundWithLines: 25,
  /** What has not been looked at by then is left out, and said to be. */
  wholeMs: 15_000,
  /** In one process. */
  atOnce: 2,
  /** Kinds of moves that are told apart, and invoices that are named for each. */
  groups: 200,
  examples: 10,
} as const;
