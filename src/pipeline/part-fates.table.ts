import type { Wording } from '../domain/approval/lifecycle.js';
import type { PartFate } from './ports/delivery-records.js';

/** What has become of a part of a delivery, in words for those who sent it. */
export const partFates = {
  waiting: { de: 'Wird noch angesehen', en: 'Not looked at yet' },
  opened: { de: 'Geöffnet, Inhalt siehe darunter', en: 'Opened, see its contents below' },
  invoice: { de: 'Als Rechnung aufgenommen', en: 'Taken in as an invoice' },
  repeat: { de: 'Dieselbe Datei war schon da', en: 'The same file has come before' },
  twin: { de: 'Dieselbe Rechnung in anderer Form', en: 'The same invoice in another form' },
  supporting: { de: 'Als Anlage zur Rechnung genommen', en: 'Taken as a document beside the invoice' },
  otherInvoice: { de: 'Als sonstige Rechnung aufgenommen', en: 'Taken in as an other invoice' },
  ignored: { de: 'Nicht als Rechnung behandelt', en: 'Not treated as an invoice' },
  refused: { de: 'Nicht angenommen', en: 'Not taken' },
} as const satisfies Record<PartFate, Wording>;
