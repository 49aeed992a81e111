/** What the gate lets through at most. */
export interface XmlLimits {
  /** Size of the file in bytes. */
  readonly maxBytes: number;
  /** Elements nested in one another. */
  readonly maxDepth: number;
  readonly maxElements: number;
  readonly maxAttributes: number;
  /** Invoice lines, sub lines counted. */
  readonly maxInvoiceLines: number;
}

/** An invoice of 20,000 lines has about 40 elements a line. A tenant may raise the size. */
export const defaultXmlLimits: XmlLimits = {
  maxBytes: 25 * 1024 * 1024,
  maxDepth: 100,
  maxElements: 1_200_000,
  maxAttributes: 200,
  maxInvoiceLines: 20_000,
};
