/** The rule books a finding can come from. `format` is the gate's own, `structure` the schema's. */
export type Book = 'format' | 'structure' | 'en16931' | 'xrechnung' | 'peppol' | `factur-x-${string}`;

export type Severity = 'fatal' | 'warning' | 'information';

/**
 * The classes of errors in the letter of the Federal Ministry of Finance of 15 October 2025:
 * format (not well-formed, structure, no scenario), business rule, content (terms of § 14 (4) UStG missing).
 */
export type ErrorClass = 'format' | 'businessRule' | 'content';

/** One thing a check has to say about a document. The sentence is made from rule and values in the reader's language. */
export interface Finding {
  readonly book: Book;
  /** Rule id as published (BR-CO-10, BR-DE-1, UBL-SR-05), or this project's own for format and structure. */
  readonly rule: string;
  readonly severity: Severity;
  readonly errorClass: ErrorClass;
  /** Place in the file, counted from 1; null where the finding is about something absent from the whole document. */
  readonly at: Place | null;
  /** Business terms concerned: 'BT-1', 'BG-23'. */
  readonly terms: readonly string[];
  /** What the sentence quotes: found and expected values, names of elements. */
  readonly values: Readonly<Record<string, string>>;
}

export interface Place {
  readonly line: number;
  readonly column: number;
  /** Element path with positions, as `/Invoice/InvoiceLine[2]/ID`; element names carry no prefix. */
  readonly path?: string;
}
