import type { Wording } from '../approval/lifecycle.js';

/**
 * What a part of a delivery has become, in words for those who sent it; they hold whenever they are
 * read, also beside a verdict that is not yet there or negative. `waiting`: not
 * looked at yet. `opened`: a mail or an archive, whose contents are parts of their own. `repeat`: the same bytes came
 * before and are that invoice already. `twin`: the same invoice in another form. `supporting`: a document beside an
 * invoice, or beside all of the delivery. `otherInvoice`: one without structured data. `ignored` and `refused`: with the
 * reason. The names are stored.
 */
export const partFates = {
  waiting: { de: 'Wird noch angesehen', en: 'Not looked at yet' },
  opened: { de: 'Geöffnet, Inhalt siehe darunter', en: 'Opened, see its contents below' },
  invoice: { de: 'Als Rechnung erkannt', en: 'Recognised as an invoice' },
  repeat: {
    de: 'Dieselbe Datei war schon da; es entsteht keine zweite Rechnung',
    en: 'The same file has come before; it does not become a second invoice',
  },
  twin: {
    de: 'Dieselbe Rechnung in anderer Form; beide werden zusammen geführt',
    en: 'The same invoice in another form; both are kept together',
  },
  supporting: { de: 'Als Anlage zur Rechnung erkannt', en: 'Recognised as a document beside the invoice' },
  otherInvoice: {
    de: 'Keine E-Rechnung; Menschen bearbeiten sie von Hand',
    en: 'No e-invoice; people work on it by hand',
  },
  answer: { de: 'Als Antwort auf unsere Rückfrage angenommen', en: 'Taken in as the answer to our question' },
  ignored: { de: 'Nicht als Rechnung behandelt', en: 'Not treated as an invoice' },
  refused: { de: 'Nicht angenommen', en: 'Not taken in' },
} as const satisfies Record<string, Wording>;

export type PartFate = keyof typeof partFates;

/**
 * Whether an invoice was made of a part with this fate. Whoever sends the same bytes, another form or papers later need
 * not be its supplier: copies go round.
 */
export const bringsInvoice = (fate: PartFate): boolean => fate === 'invoice' || fate === 'otherInvoice';
