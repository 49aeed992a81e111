import type { PartReason } from './part-reasons.js';

/** What the bytes are, whatever the sender calls them. */
export const contentKinds = [
  'mail',
  'zip',
  'xml',
  'html',
  'pdf',
  'image',
  'text',
  'office',
  'calendar',
  'contact',
  'detachedSignature',
  'signedContainer',
  'encrypted',
  'tnef',
  'outlook',
  'otherArchive',
  'program',
  'deliveryStatus',
  'empty',
  'unknown',
] as const;

export type ContentKind = (typeof contentKinds)[number];

/** One file out of a mail or an archive as its opener hands it over; names and types are the sender's words. */
export interface LooseItem {
  /** Decoded, otherwise as it came; null where there is none. */
  readonly name: string | null;
  /** In lower case; '' where there is none, as in an archive. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly place: PiecePlace;
  /** Why it could not be taken out; its bytes are empty then. */
  readonly refusal: PartReason | null;
}

/** Where in its mail a part stands; archives know nothing of it. */
export interface PiecePlace {
  readonly disposition: 'inline' | 'attachment' | null;
  /** It bears a Content-ID, so that a text can show it. */
  readonly hasContentId: boolean;
  /** The multipart around it: mixed, alternative, related, signed, ...; null outside of any. */
  readonly multipart: string | null;
}

export const noPlace: PiecePlace = { disposition: null, hasContentId: false, multipart: null };

export type OpenedContainer =
  | { readonly ok: true; readonly items: readonly LooseItem[] }
  /** `isDocument`: it is an archive by its form only, as office documents and programs are. */
  | { readonly ok: false; readonly reason: PartReason }
  | { readonly ok: 'isDocument'; readonly kind: 'office' | 'program' };

/** How much more may come out of a delivery, all its parts together. */
export interface DeliveryRoom {
  readonly parts: number;
  readonly totalBytes: number;
}

/** What each opener is told: what is left of the delivery's room, and how large one file may be. */
export interface Room extends DeliveryRoom {
  readonly partBytes: number;
}

/** The syntax of an invoice's data, or that they lie in a PDF. */
export type InvoiceForm = 'ubl' | 'cii' | 'pdf';

/** What the data of an e-invoice say, as far as twins are told by it. */
export interface InvoiceTraits {
  /** Two different forms of one invoice are twins. */
  readonly form: InvoiceForm;
  /** SHA-256 of the data alone, so that a PDF and the XML inside it are known as one. */
  readonly dataSha256: string;
  /** null where it could not be read that far. */
  readonly duplicateKey: string | null;
  readonly typeCode: string | null;
  readonly iban: string | null;
  readonly number: string | null;
  /** YYYY-MM-DD, as it stands there. */
  readonly issueDate: string | null;
}

/** A part of a delivery, taken out and looked at, before anybody has decided what it is for. */
export interface Piece {
  /** Index of the mail or archive that holds it; null for a part of the delivery itself. */
  readonly parent: number | null;
  /** Fit to be shown and stored: see `readableName`. */
  readonly fileName: string;
  /** Whether the sender gave it a name at all. */
  readonly named: boolean;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly kind: ContentKind;
  readonly place: PiecePlace;
  readonly refusal: PartReason | null;
  /** An e-invoice, or what was meant to be one; null for everything else. */
  readonly invoice: InvoiceTraits | null;
}
