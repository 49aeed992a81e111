export type Language = 'de' | 'en';

/** A text in both languages; the API gives its own labels in the same shape. */
export interface Text {
  readonly de: string;
  readonly en: string;
}
