import { asDescribed, type Days } from './days.js';
import { expectedSendings, type ExpectedSending, type SendingName } from './expected-sendings.js';
import { calculate } from './invoices/calculation.js';
import { writeCii } from './invoices/cii-writer.js';
import type { InvoiceDescription } from './invoices/description.js';
import * as described from './invoices/more-descriptions.js';
import { joiner, licenceDealer, roadBuilder, stationer, systemhaus, type Sender } from './invoices/parties.js';
import { writePdf } from './invoices/pdf-writer.js';
import { writeUbl } from './invoices/ubl-writer.js';
import { composeMail } from './mail/compose-mail.js';
import { zip } from './mail/zip.js';

/** A file as it is attached or brought along. */
export interface AttachedFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Several files that come together, by mail or over the counter, and what must become of them. */
export interface Sending {
  readonly name: SendingName;
  readonly channel: 'mail' | 'counter';
  /** What it shows, in German, one line. */
  readonly title: string;
  readonly from: Sender;
  /** Of a mail. */
  readonly subject: string;
  readonly text: string;
  readonly language: 'de' | 'en';
  /** Header fields beside the usual ones. */
  readonly headers: Readonly<Record<string, string>>;
  readonly files: readonly AttachedFile[];
  readonly expected: ExpectedSending;
}

/** Makes every sending of the demonstration. */
export function demoSendings(days = asDescribed): Promise<readonly Sending[]> {
  return Promise.all(
    recipes.map(async ({ name, channel, title, from, files, ...more }) => ({
      ...{ name, channel, title, from, files: await files(days) },
      subject: more.subject ?? 'Rechnung',
      text: more.text ?? 'Guten Tag,\n\nanbei unsere Rechnung.\n\nMit freundlichen Grüßen',
      language: more.language ?? 'de',
      headers: more.headers ?? {},
      expected: expectedSendings[name],
    })),
  );
}

interface Recipe
  extends
    Pick<Sending, 'name' | 'channel' | 'title' | 'from'>,
    Partial<Pick<Sending, 'subject' | 'text' | 'language' | 'headers'>> {
  readonly files: (days: Days) => Promise<readonly AttachedFile[]>;
}

const recipes: readonly Recipe[] = [
  {
    ...{ name: 'outOfOffice', channel: 'mail', from: stationer, title: 'Abwesenheitsnotiz: niemand antwortet darauf' },
    subject: 'Abwesenheitsnotiz: Ihre Eingangsbestätigung',
    text: 'Ich bin bis Montag nicht im Büro.',
    headers: { 'Auto-Submitted': 'auto-replied' },
    files: async () => [],
  },
  {
    ...{ name: 'withPicture', channel: 'mail', from: stationer, title: 'XRechnung und dasselbe als PDF' },
    subject: 'Rechnung L-4521',
    files: async ({ on }) => [
      ubl('31-schulhefte.xml', on(described.exerciseBooks)),
      await pdf('31-schulhefte.pdf', on(described.exerciseBooks)),
    ],
  },
  {
    ...{ name: 'archive', channel: 'mail', from: roadBuilder, title: 'ZIP mit zwei Rechnungen und einem Lieferschein' },
    subject: 'Rechnungen März',
    files: async ({ on }) => [
      archive('rechnungen-maerz.zip', [
        ubl('32-splitt.xml', on(described.gravel)),
        cii('33-bordsteine.xml', on(described.kerbs)),
        await pdf('lieferschein-32-splitt.pdf', on(described.gravel)),
      ]),
    ],
  },
  {
    ...{ name: 'forwarded', channel: 'mail', from: joiner, title: 'ZUGFeRD in einer weitergeleiteten Mail' },
    subject: 'WG: Rechnung H 2026-71',
    files: async ({ on }) => [
      await forwarded('weitergeleitet.eml', await hybrid('34-tueren.pdf', on(described.doors))),
    ],
  },
  {
    ...{ name: 'faulty', channel: 'mail', from: systemhaus, title: 'Falscher Gesamtbetrag: Antwort mit Prüfbericht' },
    subject: 'Rechnung RS-2026-0341',
    files: async ({ on }) => [ubl('35-falscher-betrag.xml', on(described.wrongTax))],
  },
  {
    ...{ name: 'onPaper', channel: 'mail', from: described.gardener, title: 'PDF ohne Daten: wird erfasst' },
    subject: 'Rechnung 17/2026',
    files: async ({ on }) => [await pdf('36-rechnung-gartenpflege.pdf', on(described.onPaperByMail))],
  },
  {
    ...{
      name: 'sentAgain',
      channel: 'mail',
      from: stationer,
      title: 'Rechnung L-4471 noch einmal, anders geschrieben',
    },
    subject: 'Rechnung L-4471',
    files: async ({ on }) => [ubl('37-dublette.xml', on(described.suppliesAgain))],
  },
  {
    ...{ name: 'correction', channel: 'mail', from: stationer, title: 'Korrektur, die eine Rechnung ersetzt' },
    subject: 'Korrektur zur Rechnung L-4521',
    files: async ({ on }) => [ubl('38-korrektur.xml', on(described.fewerExerciseBooks))],
  },
  {
    ...{ name: 'inEnglish', channel: 'mail', from: licenceDealer, title: 'Mail auf Englisch; keine Regel trifft zu' },
    ...{ subject: 'Invoice FB-90244', text: 'Dear Sir or Madam,\n\nplease find our invoice attached.' },
    language: 'en',
    files: async ({ on }) => [ubl('39-telephones.xml', on(described.forTheTown))],
  },
  {
    ...{ name: 'atTheCounter', channel: 'counter', from: stationer, title: 'Zwei Dateien am Schalter' },
    files: async ({ on }) => [
      cii('41-reinigung.xml', on(described.cleaning)),
      await pdf('lieferschein-7781.pdf', on(described.deliveryNote)),
    ],
  },
  {
    ...{ name: 'cutOff', channel: 'counter', from: roadBuilder, title: 'Beim Hochladen abgebrochenes PDF' },
    files: async ({ on }) => {
      const whole = await hybrid('42-abgeschnitten.pdf', on(described.cutOff));
      return [{ ...whole, bytes: whole.bytes.subarray(0, Math.floor(whole.bytes.length / 2)) }];
    },
  },
  {
    ...{ name: 'brochure', channel: 'counter', from: joiner, title: 'Ein Prospekt, keine Rechnung' },
    files: async ({ on }) => [await pdf('43-rechnung-mit-angebot.pdf', on(described.brochure))],
  },
];

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const ubl = (fileName: string, terms: InvoiceDescription): AttachedFile => ({
  ...{ fileName, mediaType: 'application/xml', bytes: utf8(writeUbl(calculate(terms))) },
});

const cii = (fileName: string, terms: InvoiceDescription): AttachedFile => ({
  ...{ fileName, mediaType: 'application/xml', bytes: utf8(writeCii(calculate(terms))) },
});

const pdf = async (fileName: string, terms: InvoiceDescription): Promise<AttachedFile> => ({
  ...{ fileName, mediaType: 'application/pdf', bytes: await writePdf(calculate(terms)) },
});

async function hybrid(fileName: string, terms: InvoiceDescription): Promise<AttachedFile> {
  const invoice = calculate(terms);
  const embedded = { fileName: 'factur-x.xml', level: 'XRECHNUNG', xml: writeCii(invoice) } as const;
  return { fileName, mediaType: 'application/pdf', bytes: await writePdf(invoice, embedded) };
}

const archive = (fileName: string, files: readonly AttachedFile[]): AttachedFile => ({
  ...{ fileName, mediaType: 'application/zip', bytes: zip(files) },
});

async function forwarded(fileName: string, file: AttachedFile): Promise<AttachedFile> {
  const bytes = await composeMail({
    from: { name: joiner.contact?.name ?? joiner.name, mail: joiner.contact?.mail ?? joiner.mail },
    to: joiner.mail,
    ...{ subject: 'Rechnung H 2026-71', text: 'Bitte an die Stadt weiterleiten.', language: 'de', headers: {} },
    messageId: '<intern-71@schreinerei-holm.example>',
    files: [file],
  });
  return { fileName, mediaType: 'message/rfc822', bytes };
}
