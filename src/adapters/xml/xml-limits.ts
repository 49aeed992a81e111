/** What the gate lets through at most. */
export interface XmlLimits {
  /** Size of the file in bytes. */
  readonly maxBytes: number;
  /** Elements nested in one another. */
  readonly maxDepth: number;
  /** Elements and attributes together. */
  readonly maxNodes: number;
  readonly maxAttributes: number;
  /** Invoice lines, sub lines counted. */
  readonly maxInvoiceLines: number;
}

/** An invoice of 20,000 lines has about 55 elements and attributes a line. A tenant may raise the size. */
export const defaultXmlLimits: XmlLimits = {
  maxBytes: 25 * 1024 * 1024,
  maxDepth: 100,
  maxNodes: 1_500_000,
  maxAttributes: 200,
  maxInvoiceLines: 20_000,
};
