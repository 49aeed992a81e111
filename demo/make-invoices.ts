import { asDescribed, type Days } from './days.js';
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

/** Makes every file of the demonstration, in the order in which they are sent. Same bytes at every call for the same day. */
export async function demoInvoices(days = asDescribed): Promise<DemoFile[]> {
  return Promise.all(
    recipes.map(async ({ fileName, title, wave, make }) => ({
      fileName,
      mediaType: fileName.endsWith('.pdf') ? 'application/pdf' : 'application/xml',
      bytes: await make(days),
      title,
      wave,
      expected: expectedOutcomes[fileName],
    })),
  );
}

interface Recipe extends Pick<DemoFile, 'fileName' | 'title' | 'wave'> {
  readonly make: (days: Days) => Uint8Array | Promise<Uint8Array>;
}

const recipes: readonly Recipe[] = [
  first('01-it-wartung-ubl.xml', 'XRechnung in UBL', ({ on }) => ubl(on(described.maintenance))),
  first('02-strassenbau-skonto-ubl.xml', 'Nachlässe, Zuschläge, zwei Steuersätze, Skonto', ({ on }) =>
    ubl(on(described.roadworks)),
  ),
  first('03-gutschrift-ubl.xml', 'Gutschrift zur Straßenbaurechnung', ({ on }) => ubl(on(described.credit))),
  first('04-rechnungskorrektur-ubl.xml', 'Korrektur der ersten Rechnung', ({ on }) => ubl(on(described.correction))),
  first('05-buerobedarf-cii.xml', 'XRechnung in CII', ({ on }) => cii(on(described.officeSupplies))),
  first('06-strom-xrechnung.pdf', 'ZUGFeRD, Profil XRECHNUNG; Zuordnung über den Lieferanten', ({ on }) =>
    writePdf(calculate(on(described.electricity)), {
      fileName: 'xrechnung.xml',
      level: 'XRECHNUNG',
      xml: writeCii(calculate(on(described.electricity))),
    }),
  ),
  first('07-schulmoebel-facturx.pdf', 'Factur-X mit der Anlage factur-x.xml', ({ on }) =>
    writePdf(calculate(on(described.furniture)), {
      fileName: 'factur-x.xml',
      level: 'XRECHNUNG',
      xml: writeCii(calculate(on(described.furniture))),
    }),
  ),
  first('08-lizenzen-franken-ubl.xml', 'Rechnung in Franken, Steuer auch in Euro', ({ on }) =>
    ubl(on(described.licences)),
  ),
  first('09-gutachten-mit-anlage-ubl.xml', 'Anlage als eingebettetes PDF', surveyWithReport),
  first('10-fenster-bestellbezug-cii.xml', 'Zuordnung über die Bestellnummer', ({ on }) => cii(on(described.windows))),
  first('11-unbekannte-leitweg-id-ubl.xml', 'Leitweg-ID einer anderen Stelle', ({ on }) =>
    ubl(on(described.unknownRecipient)),
  ),
  first('12-falsche-pruefziffer-ubl.xml', 'Leitweg-ID mit falscher Prüfziffer', ({ on }) =>
    ubl(on(described.wrongCheckDigits)),
  ),
  first('13-falsche-summen-ubl.xml', 'Summen stimmen nicht', ({ on }) => ubl(on(described.wrongSums))),
  first('14-ohne-leitweg-id-ubl.xml', 'Leitweg-ID fehlt', ({ on }) => ubl(on(described.withoutBuyerReference))),
  first('15-ohne-ansprechpartner-cii.xml', 'Ansprechpartner fehlt', ({ on }) => cii(on(described.withoutContact))),
  first('16-nicht-wohlgeformt.xml', 'Mitten im Dokument abgebrochen', ({ on }) => {
    const whole = ubl(on(described.malformed));
    return whole.subarray(0, Math.floor(whole.length / 2));
  }),
  first('17-falsche-struktur-ubl.xml', 'Unbekanntes Element statt des Rechnungsdatums', ({ on }) =>
    utf8(writeUbl(calculate(on(described.misshapen))).replaceAll('cbc:IssueDate', 'cbc:InvoiceDate')),
  ),
  first('18-nur-minimum.pdf', 'Factur-X, Profil MINIMUM: keine E-Rechnung', ({ on }) =>
    writePdf(calculate(on(described.onlyMinimum)), {
      fileName: 'factur-x.xml',
      level: 'MINIMUM',
      xml: writeMinimum(calculate(on(described.onlyMinimum))),
    }),
  ),
  first('19-ohne-daten.pdf', 'PDF ohne Daten: sonstige Rechnung', ({ on }) =>
    writePdf(calculate(on(described.onPaper))),
  ),
  first('20-entity-bombe.xml', 'Angriff über Entitäten in einer DTD', entityBomb),
  first('21-fuenfhundert-zeilen-ubl.xml', 'Rechnung mit 500 Zeilen', ({ on }) => ubl(on(described.manyLines))),
  second('22-dublette-als-cii.xml', 'Die erste Rechnung in anderer Gestalt', ({ on }) => cii(on(described.sentAgain))),
  second('23-neue-bankverbindung-ubl.xml', 'Bekannter Lieferant, neue Bankverbindung', ({ on }) =>
    ubl(on(described.newAccount)),
  ),
  second('24-noch-einmal-dieselbe-datei.xml', 'Die erste Datei noch einmal', ({ on }) =>
    ubl(on(described.maintenance)),
  ),
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

async function surveyWithReport({ on }: Days): Promise<Uint8Array> {
  const survey = on(described.survey);
  const report = await writePdf(calculate(survey));
  const attachment = { id: 'Gutachten', title: 'Baugrundgutachten', fileName: 'gutachten.pdf', bytes: report };
  return ubl({ ...survey, attachment });
}

/** Nine levels of ten references each would unfold to a gigabyte. */
function entityBomb({ on }: Days): Uint8Array {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const content = level === 0 ? 'Auenfurt'.repeat(10) : `&e${String(level - 1)};`.repeat(10);
    return `  <!ENTITY e${String(level)} "${content}">`;
  });
  const [declaration = '', ...rest] = writeUbl(calculate(on(described.maintenance))).split('\n');
  const bomb = [declaration, '<!DOCTYPE Invoice [', ...levels, ']>', ...rest].join('\n');
  return utf8(bomb.replace('Wartung der Arbeitsplätze', '&e8;'));
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
