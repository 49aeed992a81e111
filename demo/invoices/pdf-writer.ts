import { AFRelationship, PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib';
import type { CalculatedInvoice } from './calculation.js';

/** The invoice as data inside a PDF: its file name and conformance level as Factur-X 1.0 names them. */
export interface EmbeddedInvoice {
  readonly fileName: 'factur-x.xml' | 'xrechnung.xml';
  readonly level: 'MINIMUM' | 'XRECHNUNG';
  readonly xml: string;
}

/**
 * A readable one-page invoice, with its data embedded if given. The Factur-X metadata are written, PDF/A is not
 * claimed: the page uses the standard fonts, which PDF/A wants embedded. Same input, same bytes.
 */
export async function writePdf(invoice: CalculatedInvoice, embedded?: EmbeddedInvoice): Promise<Uint8Array> {
  const made = new Date(`${invoice.terms.issued}T00:00:00Z`);
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setTitle(`Rechnung ${invoice.terms.number}`);
  document.setAuthor(invoice.terms.seller.name);
  document.setCreationDate(made);
  document.setModificationDate(made);
  await drawPage(document, pageLines(invoice));
  if (embedded !== undefined) {
    await document.attach(new TextEncoder().encode(embedded.xml), embedded.fileName, {
      mimeType: 'text/xml',
      description: 'Rechnungsdaten',
      creationDate: made,
      modificationDate: made,
      afRelationship: embedded.level === 'MINIMUM' ? AFRelationship.Data : AFRelationship.Alternative,
    });
    const metadata = document.context.stream(new TextEncoder().encode(metadataOf(embedded)), {
      Type: 'Metadata',
      Subtype: 'XML',
    });
    document.catalog.set(PDFName.of('Metadata'), document.context.register(metadata));
  }
  return document.save();
}

async function drawPage(document: PDFDocument, lines: readonly string[]): Promise<void> {
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([595, 842]);
  lines.forEach((line, index) => {
    page.drawText(line, { x: 60, y: 780 - index * 18, size: 11, font });
  });
}

function pageLines({ terms, lines, totals }: CalculatedInvoice): string[] {
  return [
    terms.seller.name,
    `${terms.seller.street}, ${terms.seller.postCode} ${terms.seller.city}`,
    `USt-IdNr. ${terms.seller.vatId}`,
    '',
    `An: ${terms.buyer.name}, ${terms.buyer.street}, ${terms.buyer.postCode} ${terms.buyer.city}`,
    '',
    `Rechnung ${terms.number} vom ${terms.issued}`,
    `Leistungsdatum ${terms.delivered}`,
    '',
    ...lines.map((line) => `${line.id}. ${line.terms.name}: ${line.net} ${terms.currency}`),
    '',
    `Netto ${totals.net} ${terms.currency}`,
    `Umsatzsteuer ${totals.vat} ${terms.currency}`,
    `Gesamtbetrag ${totals.gross} ${terms.currency}`,
    '',
    `Zahlbar bis ${terms.due} auf das Konto ${terms.seller.iban}`,
  ];
}

/** XMP with the four properties of the Factur-X extension schema (Factur-X 1.0, section 6). */
function metadataOf({ fileName, level }: EmbeddedInvoice): string {
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
  <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#">
      <fx:DocumentType>INVOICE</fx:DocumentType>
      <fx:DocumentFileName>${fileName}</fx:DocumentFileName>
      <fx:Version>${level === 'XRECHNUNG' ? '3.0' : '1.0'}</fx:Version>
      <fx:ConformanceLevel>${level}</fx:ConformanceLevel>
    </rdf:Description>
  </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}
