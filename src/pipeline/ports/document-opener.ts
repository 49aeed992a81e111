/** A document that lies in another one, as it is listed before anybody asks for its bytes. */
export interface ContainedFile {
  /** As the sender called it; a label, nothing is opened under it. */
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** Its first bytes, which tell what it is. */
  readonly head: Uint8Array;
}

/** The XML that was judged, as text. */
export interface SourceText {
  /** Lines as findings count them, ends removed. */
  readonly lines: readonly string[];
  /** Whether lines, or ends of lines, were left out because there are too many. */
  readonly truncated: boolean;
}

/** `broke`: the document cannot be opened within the limits. `unavailable`: no process could be started; later it can. */
export type Opened<T> =
  { readonly kind: 'opened'; readonly value: T } | { readonly kind: 'broke' } | { readonly kind: 'unavailable' };

/** Which document is meant: a file's bytes and, where it is a PDF, the embedded XML that was judged. */
export interface OpenedDocument {
  readonly bytes: Uint8Array;
  /** As the sender gave it; a hint only. */
  readonly fileName: string;
  /** SHA-256 of the embedded XML; null: the file itself. */
  readonly embeddedSha256: string | null;
}

/** Opens stored documents again for people, outside this process and within the limits of memory and time (invariant 13). */
export abstract class DocumentOpener {
  /** Supporting documents in the XML (BG-24) and files in the PDF besides the invoice, in an order that does not change. */
  abstract contained(document: OpenedDocument): Promise<Opened<readonly ContainedFile[]>>;
  /** The bytes of one of them, by its place in that order; null where there is none. */
  abstract containedBytes(document: OpenedDocument, index: number): Promise<Opened<Uint8Array | null>>;
  /** null where there is no XML. */
  abstract source(document: OpenedDocument): Promise<Opened<SourceText | null>>;
}
