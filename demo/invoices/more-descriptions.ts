import type { InvoiceDescription } from './description.js';
import { electricity, furniture, maintenance, officeSupplies, roadworks } from './descriptions.js';
import { joiner, licenceDealer, roadBuilder, stationer } from './parties.js';

// Invoices that come by mail and over the counter; those that come by API are in `descriptions.ts`.

export const exerciseBooks: InvoiceDescription = {
  ...officeSupplies,
  number: 'L-4521',
  issued: '2026-03-18',
  due: '2026-04-17',
  delivered: '2026-03-16',
  orderReference: 'SCH-2026-0119',
  allowances: undefined,
  lines: [{ name: 'Schulheft A4, liniert', quantity: '480', unit: 'C62', price: '0.69', vatRate: '19' }],
};

/** Replaces the one before: fewer exercise books had come. */
export const fewerExerciseBooks: InvoiceDescription = {
  ...exerciseBooks,
  number: 'L-4521-K1',
  type: '384',
  issued: '2026-03-20',
  due: '2026-04-19',
  note: 'Ersetzt die Rechnung L-4521: 440 statt 480 Hefte.',
  precedes: { number: exerciseBooks.number, issued: exerciseBooks.issued },
  lines: exerciseBooks.lines.map((line) => ({ ...line, quantity: '440' })),
};

export const gravel: InvoiceDescription = {
  ...roadworks,
  number: '26-1130',
  issued: '2026-03-17',
  due: '2026-04-16',
  delivered: '2026-03-13',
  paymentTerms: 'Zahlbar innerhalb von 30 Tagen ohne Abzug.',
  allowances: undefined,
  lines: [{ name: 'Splitt 2/5 mm', quantity: '18.5', unit: 'TNE', price: '31.20', vatRate: '19' }],
};

export const kerbs: InvoiceDescription = {
  ...gravel,
  number: '26-1131',
  lines: [{ name: 'Bordsteine absenken, Mühlgasse', quantity: '24', unit: 'MTR', price: '68.40', vatRate: '19' }],
};

export const doors: InvoiceDescription = {
  ...furniture,
  number: 'H 2026-71',
  issued: '2026-03-19',
  due: '2026-04-18',
  delivered: '2026-03-17',
  lines: [{ name: 'Tür mit Glasausschnitt', quantity: '2', unit: 'H87', price: '618.00', vatRate: '19' }],
};

export const wrongTax: InvoiceDescription = {
  ...maintenance,
  number: 'RS-2026-0341',
  issued: '2026-03-20',
  due: '2026-04-19',
  misprinted: { gross: '1999.00', due: '1999.00' },
};

/** A small firm that sends paper: what a clerk reads off it. */
export const gardener = {
  number: '17/2026',
  issued: '2026-03-17',
  due: '2026-04-16',
  name: 'Gartenpflege Ilse Ahorn',
  mail: 'ilse@gartenpflege-ahorn.example',
  vatId: 'DE999100673',
  iban: 'DE09999000050008901208',
  net: '412.00',
  vat: '78.28',
  gross: '490.28',
} as const;

/** The paper that the gardener sends, as a PDF without data. */
export const onPaperByMail: InvoiceDescription = {
  ...furniture,
  number: gardener.number,
  issued: gardener.issued,
  due: gardener.due,
  delivered: '2026-03-14',
  seller: {
    ...joiner,
    name: gardener.name,
    mail: gardener.mail,
    iban: gardener.iban,
    vatId: gardener.vatId,
    contact: undefined,
  },
  lines: [{ name: 'Hecken schneiden, Friedhof', quantity: '1', unit: 'LS', price: gardener.net, vatRate: '19' }],
};

/** The stationer's first invoice in the other syntax, by another way. */
export const suppliesAgain: InvoiceDescription = { ...officeSupplies };

/** It names the town only, and no rule holds. */
export const forTheTown: InvoiceDescription = {
  ...electricity,
  number: 'FB-90244',
  issued: '2026-03-21',
  due: '2026-04-20',
  delivered: '2026-03-19',
  seller: licenceDealer,
  paymentTerms: 'Zahlbar innerhalb von 30 Tagen ohne Abzug.',
  lines: [{ name: 'Einweisung in die neue Telefonanlage', quantity: '3', unit: 'HUR', price: '98.00', vatRate: '19' }],
};

export const cleaning: InvoiceDescription = {
  ...officeSupplies,
  number: 'L-4533',
  issued: '2026-03-19',
  due: '2026-04-18',
  delivered: '2026-03-18',
  seller: stationer,
  allowances: undefined,
  lines: [{ name: 'Reinigungstücher, Karton', quantity: '6', unit: 'C62', price: '38.50', vatRate: '19' }],
};

export const deliveryNote: InvoiceDescription = { ...cleaning, number: 'Lieferschein 7781' };

export const cutOff: InvoiceDescription = { ...kerbs, number: '26-1140', seller: roadBuilder };

export const brochure: InvoiceDescription = { ...furniture, number: 'Angebot 12' };
