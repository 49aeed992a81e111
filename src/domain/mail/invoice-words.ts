import { pictures } from './own-fate.js';
import { folded } from './file-names.js';
import type { Piece } from './piece.js';

/** What a name says of a file: an invoice, something that goes with one, or nothing. */
export type NameRole = 'invoice' | 'beside' | null;

/** Ends of words in German and English, folded; in German the last part of a compound says what the thing is. */
const besideInvoices =
  /(?:lieferscheine?|nachweise?|zettel|anlagen?|anhang|annex|appendix|aufmasse?|angebote?|quote|quotation|bestellung|order|auftrag|bestatigung|gutachten|fotos?|photos?|bilder|bericht|report|protokoll|protocol|vertrag|contract|anschreiben|letter|timesheets?|stunden|plan|skizze|mahnung|erinnerung|reminder|agb|bedingungen|terms|conditions|datenschutz|privacy|widerruf|impressum|katalog|catalogue|flyer|prospekt|newsletter|werbung|logo|signatur|signature|unterschrift|manual|anleitung)$/;

const invoices =
  /^(?:rechnung|invoice|gutschrift|faktura|creditnote|kostennote|honorarnote)|(?:rechnung|rechnungen|invoice|invoices|gutschrift|faktura|quittung|beleg)$|^(?:re|rg|rn|inv|bill|ar|gs)$/;

/** The first word that says anything decides: "Anlage zur Rechnung" is no invoice, "Rechnung mit Anlage" is one. */
export function nameRole(fileName: string): NameRole {
  const stem = fileName.replace(/\.[^.]{1,10}$/, '').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  for (const raw of stem.split(/[^\p{L}\p{M}]+/u).slice(0, 50)) {
    const word = folded(raw);
    if (besideInvoices.test(word)) return 'beside';
    if (invoices.test(word)) return 'invoice';
  }
  return null;
}

/** How likely a file without structured data is an invoice, where no e-invoice lies beside it. */
export function likelihoodOf({ kind, fileName, sizeBytes }: Piece): 'likely' | 'possible' | 'no' {
  const role = nameRole(fileName);
  if (role === 'beside') return 'no';
  if (role === 'invoice') return 'likely';
  if (kind === 'pdf') return 'possible';
  return kind === 'image' && sizeBytes >= pictures.scan ? 'possible' : 'no';
}
