/**
 * What is wanted of a document that was judged before. `embeddedSha256`: of the XML that was judged in a PDF; null where
 * the file itself is meant.
 */
export type OpeningOrder =
  | { readonly kind: 'contained'; readonly embeddedSha256: string | null }
  | { readonly kind: 'containedBytes'; readonly embeddedSha256: string | null; readonly index: number }
  | { readonly kind: 'source'; readonly embeddedSha256: string | null };
