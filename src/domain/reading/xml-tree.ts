/**
 * An XML document as the reader and the rules see it: elements with their place in the file,
 * free of any parser's types. Built behind the gate (adapters/xml), so it is well-formed, bounded
 * in depth and size, and holds no DTD.
 */
export interface XmlElement {
  /** Namespace name, '' for none; compared as an exact string. */
  readonly namespace: string;
  /** Local name without prefix. */
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /**
   * The element's own character data, CDATA included, comments and instructions skipped; '' if none, and '' too where
   * an element with children has nothing but white space between them.
   */
  readonly text: string;
  /** The text nodes one by one, present only where a comment, instruction or child splits the text. */
  readonly textNodes?: readonly string[];
  /** Where a long base64 value lies in the original bytes; `text` is '' then: the value is never copied about. */
  readonly binary?: XmlBinary;
  /** Place of the start tag, both counted from 1. */
  readonly line: number;
  readonly column: number;
}

export interface XmlAttribute {
  /** Namespace name, '' for an unqualified attribute. Namespace declarations are no attributes here. */
  readonly namespace: string;
  readonly name: string;
  readonly value: string;
}

/** A stretch of base64 in the original: byte offsets, end exclusive. */
export interface XmlBinary {
  readonly start: number;
  readonly end: number;
  /** Whether the stretch is lexically xs:base64Binary (XML Schema part 2, 3.2.16). */
  readonly valid: boolean;
}
