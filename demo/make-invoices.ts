import { expectedOutcomes, type DemoFileName, type ExpectedOutcome } from './expected-outcomes.js';
import { calculate } from './invoices/calculation.js';
import { writeCii, writeMinimum } from './invoices/cii-writer.js';
import type { InvoiceDescription } from './invoices/description.js';
import * as described from './invoices/descriptions.js';
import { writePdf } from './invoices/pdf-writer.js';
import { writeUbl } from './invoices/ubl-writer.js';

/** A file as a sender would hand it in, and what must become of it. */
export interface DemoFile {
  readonly fileName: DemoFileName;
  readonly mediaType: 'application/xml' | 'application/pdf';
  readonly bytes: Uint8Array;
  /** What it shows, in German, one line. */
  readonly title: string;
  /** Files of wave 2 depend on those of wave 1: they are sent once these are through intake. */
  readonly wave: 1 | 2;
  readonly expected: ExpectedOutcome;
}

/** Makes every file of the demonstration, in the order in which they are sent. Same bytes at every call. */
export async function demoInvoices(): Promise<DemoFile[]> {
  return Promise.all(
    recipes.map(async ({ fileName, title, wave, make }) => ({
      fileName,
      mediaType: fileName.endsWith('.pdf') ? 'application/pdf' : 'application/xml',
      bytes: await make(),
      title,
      wave,
      expected: expectedOutcomes[fileName],
    })),
  );
}

interface Recipe extends Pick<DemoFile, 'fileName' | 'title' | 'wave'> {
  readonly make: () => Uint8Array | Promise<Uint8Array>;
}

const recipes: readonly Recipe[] = [
  first('01-it-wartung-ubl.xml', 'XRechnung in UBL', () => ubl(described.maintenance)),
  first('02-strassenbau-skonto-ubl.xml', 'Nachlässe, Zuschläge, zwei Steuersätze, Skonto', () =>
    ubl(described.roadworks),
  ),
  first('03-gutschrift-ubl.xml', 'Gutschrift zur Straßenbaurechnung', () => ubl(described.credit)),
  first('04-rechnungskorrektur-ubl.xml', 'Korrektur der ersten Rechnung', () => ubl(described.correction)),
  first('05-buerobedarf-cii.xml', 'XRechnung in CII', () => cii(described.officeSupplies)),
  first('06-strom-xrechnung.pdf', 'ZUGFeRD, Profil XRECHNUNG; Zuordnung über den Lieferanten', () =>
    writePdf(calculate(described.electricity), {
      fileName: 'xrechnung.xml',
      level: 'XRECHNUNG',
      xml: writeCii(calculate(described.electricity)),
    }),
  ),
  first('07-schulmoebel-facturx.pdf', 'Factur-X mit der Anlage factur-x.xml', () =>
    writePdf(calculate(described.furniture), {
      fileName: 'factur-x.xml',
      level: 'XRECHNUNG',
      xml: writeCii(calculate(described.furniture)),
    }),
  ),
  first('08-lizenzen-franken-ubl.xml', 'Rechnung in Franken, Steuer auch in Euro', () => ubl(described.licences)),
  first('09-gutachten-mit-anlage-ubl.xml', 'Anlage als eingebettetes PDF', surveyWithReport),
  first('10-fenster-bestellbezug-cii.xml', 'Zuordnung über die Bestellnummer', () => cii(described.windows)),
  first('11-unbekannte-leitweg-id-ubl.xml', 'Leitweg-ID einer anderen Stelle', () => ubl(described.unknownRecipient)),
  first('12-falsche-pruefziffer-ubl.xml', 'Leitweg-ID mit falscher Prüfziffer', () => ubl(described.wrongCheckDigits)),
  first('13-falsche-summen-ubl.xml', 'Summen stimmen nicht', () => ubl(described.wrongSums)),
  first('14-ohne-leitweg-id-ubl.xml', 'Leitweg-ID fehlt', () => ubl(described.withoutBuyerReference)),
  first('15-ohne-ansprechpartner-cii.xml', 'Ansprechpartner fehlt', () => cii(described.withoutContact)),
  first('16-nicht-wohlgeformt.xml', 'Mitten im Dokument abgebrochen', () => {
    const whole = ubl(described.malformed);
    return whole.subarray(0, Math.floor(whole.length / 2));
  }),
  first('17-falsche-struktur-ubl.xml', 'Unbekanntes Element statt des Rechnungsdatums', () =>
    utf8(writeUbl(calculate(described.misshapen)).replaceAll('cbc:IssueDate', 'cbc:InvoiceDate')),
  ),
  first('18-nur-minimum.pdf', 'Factur-X, Profil MINIMUM: keine E-Rechnung', () =>
    writePdf(calculate(described.onlyMinimum), {
      fileName: 'factur-x.xml',
      level: 'MINIMUM',
      xml: writeMinimum(calculate(described.onlyMinimum)),
    }),
  ),
  first('19-ohne-daten.pdf', 'PDF ohne Daten: sonstige Rechnung', () => writePdf(calculate(described.onPaper))),
  first('20-entity-bombe.xml', 'Angriff über Entitäten in einer DTD', entityBomb),
  first('21-fuenfhundert-zeilen-ubl.xml', 'Rechnung mit 500 Zeilen', () => ubl(described.manyLines)),
  second('22-dublette-als-cii.xml', 'Die erste Rechnung in anderer Gestalt', () => cii(described.sentAgain)),
  second('23-neue-bankverbindung-ubl.xml', 'Bekannter Lieferant, neue Bankverbindung', () => ubl(described.newAccount)),
  second('24-noch-einmal-dieselbe-datei.xml', 'Die erste Datei noch einmal', () => ubl(described.maintenance)),
];

function first(fileName: DemoFileName, title: string, make: Recipe['make']): Recipe {
  return { fileName, title, wave: 1, make };
}

function second(fileName: DemoFileName, title: string, make: Recipe['make']): Recipe {
  return { fileName, title, wave: 2, make };
}

function ubl(terms: InvoiceDescription): Uint8Array {
  return utf8(writeUbl(calculate(terms)));
}

function cii(terms: InvoiceDescription): Uint8Array {
  return utf8(writeCii(calculate(terms)));
}

async function surveyWithReport(): Promise<Uint8Array> {
  const report = await writePdf(calculate(described.survey));
  const attachment = { id: 'Gutachten', title: 'Baugrundgutachten', fileName: 'gutachten.pdf', bytes: report };
  return ubl({ ...described.survey, attachment });
}

/** Nine levels of ten references each would unfold to a gigabyte. */
function entityBomb(): Uint8Array {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const content = level === 0 ? 'Auenfurt'.repeat(10) : `&e${String(level - 1)};`.repeat(10);
    return `  <!ENTITY e${String(level)} "${content}">`;
  });
  const [declaration = '', ...rest] = writeUbl(calculate(described.maintenance)).split('\n');
  const bomb = [declaration, '<!DOCTYPE Invoice [', ...levels, ']>', ...rest].join('\n');
  return utf8(bomb.replace('Wartung der Arbeitsplätze', '&e8;'));
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
