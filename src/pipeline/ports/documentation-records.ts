import type { Document } from '../../domain/documentation/document.js';

/** The documents that a tenant issues about itself: Verfahrensdokumentation, and the record of processing activities. */
export const documentKinds = ['procedure', 'processing'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** One version as it was issued; it is never changed. */
export interface IssuedDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly version: number;
  readonly issuedBy: string;
  readonly issuedAt: Date;
  readonly htmlSha256: string;
  readonly markdownSha256: string;
}

export interface IssuedContent {
  readonly content: Document;
  readonly html: string;
  readonly markdown: string;
}

export interface DocumentationRecords {
  /** Lets versions of this tenant follow one another, until the transaction ends. */
  lock(): Promise<void>;
  add(document: IssuedDocument & IssuedContent): Promise<void>;
  /** The newest version of the kind; null: none has been issued. */
  latest(kind: DocumentKind): Promise<(IssuedDocument & IssuedContent) | null>;
  /** The newest first. */
  list(limit: number): Promise<readonly IssuedDocument[]>;
  find(id: string): Promise<(IssuedDocument & IssuedContent) | null>;
}
