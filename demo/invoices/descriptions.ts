import type { InvoiceDescription, Line } from './description.js';
import { energySupplier, joiner, licenceDealer, roadBuilder, stationer, systemhaus, town } from './parties.js';

// One description per invoice of the demonstration; Leitweg-IDs as in the demo's town.

const terms = 'Zahlbar innerhalb von 30 Tagen ohne Abzug.';

export const maintenance: InvoiceDescription = {
  number: 'RS-2026-0311',
  type: '380',
  issued: '2026-03-02',
  due: '2026-04-01',
  delivered: '2026-02-28',
  currency: 'EUR',
  note: 'Wartung der Arbeitsplätze im Februar 2026',
  buyerReference: '07999001-HAUPTAMT-07',
  orderReference: 'HA-2026-0042',
  seller: systemhaus,
  buyer: town,
  paymentTerms: terms,
  lines: [
    { name: 'Wartung Arbeitsplatz-PC', quantity: '38', unit: 'H87', price: '24.90', vatRate: '19' },
    { name: 'Technikerstunde vor Ort', quantity: '6.5', unit: 'HUR', price: '98.00', vatRate: '19' },
  ],
};

export const roadworks: InvoiceDescription = {
  number: '26-1107',
  type: '380',
  issued: '2026-03-04',
  due: '2026-04-03',
  delivered: '2026-02-27',
  currency: 'EUR',
  buyerReference: '07999001-TIEFBAU-82',
  orderReference: 'TB-2026-0009',
  seller: roadBuilder,
  buyer: town,
  paymentTerms: '#SKONTO#TAGE=14#PROZENT=2.00#\nSonst 30 Tage netto.\n',
  allowances: [
    { kind: 'allowance', code: '95', reason: 'Nachlass laut Angebot', of: { percent: '3' }, vatRate: '19' },
    { kind: 'charge', code: 'FC', reason: 'Anlieferung der Pflanzen', of: { amount: '85.00' }, vatRate: '7' },
  ],
  lines: [
    {
      name: 'Asphaltdeckschicht AC 8 D N',
      description: 'Uferstraße, Abschnitt Fähranleger bis Mühlbach',
      quantity: '412.75',
      unit: 'MTK',
      price: '31.4850',
      vatRate: '19',
      allowances: [
        { kind: 'allowance', code: '95', reason: 'Mengenrabatt', of: { percent: '5' }, vatRate: '19' },
        { kind: 'charge', code: 'DL', reason: 'Zuschlag Nachtarbeit', of: { amount: '240.00' }, vatRate: '19' },
      ],
    },
    { name: 'Bordstein setzen', quantity: '86.4', unit: 'MTR', price: '42.15', vatRate: '19' },
    { name: 'Heckenpflanzen Hainbuche', quantity: '120', unit: 'H87', price: '7.35', vatRate: '7' },
  ],
};

export const credit: InvoiceDescription = {
  number: '26-1107-G',
  type: '381',
  issued: '2026-03-12',
  due: '2026-04-11',
  delivered: '2026-02-27',
  currency: 'EUR',
  note: 'Zwanzig Pflanzen waren nicht angewachsen.',
  buyerReference: '07999001-TIEFBAU-82',
  precedes: { number: roadworks.number, issued: roadworks.issued },
  seller: roadBuilder,
  buyer: town,
  paymentTerms: 'Der Betrag wird mit der Rechnung 26-1107 verrechnet.',
  lines: [{ name: 'Heckenpflanzen Hainbuche', quantity: '20', unit: 'H87', price: '7.35', vatRate: '7' }],
};

export const correction: InvoiceDescription = {
  ...maintenance,
  number: 'RS-2026-0311-K1',
  type: '384',
  issued: '2026-03-10',
  due: '2026-04-09',
  note: 'Ersetzt die Rechnung RS-2026-0311: 36 statt 38 Arbeitsplätze.',
  precedes: { number: maintenance.number, issued: maintenance.issued },
  lines: maintenance.lines.map((line, index) => (index === 0 ? { ...line, quantity: '36' } : line)),
};

export const officeSupplies: InvoiceDescription = {
  number: 'L-4471',
  type: '380',
  issued: '2026-03-05',
  due: '2026-04-04',
  delivered: '2026-03-03',
  currency: 'EUR',
  buyerReference: '07999001-SCHULE-40',
  orderReference: 'SCH-2026-0103',
  seller: stationer,
  buyer: town,
  paymentTerms: '#SKONTO#TAGE=10#PROZENT=3.00#\n',
  allowances: [{ kind: 'allowance', code: '95', reason: 'Schulrabatt', of: { percent: '4' }, vatRate: '19' }],
  lines: [
    { name: 'Kopierpapier A4, 80 g', quantity: '60', unit: 'C62', price: '4.79', vatRate: '19' },
    { name: 'Whiteboardmarker, vier Farben', quantity: '25', unit: 'C62', price: '5.2950', vatRate: '19' },
    { name: 'Schulatlas', quantity: '12', unit: 'H87', price: '28.04', vatRate: '7' },
  ],
};

export const electricity: InvoiceDescription = {
  number: 'AE-26-000815',
  type: '380',
  issued: '2026-03-06',
  due: '2026-03-27',
  delivered: '2026-02-28',
  currency: 'EUR',
  buyerReference: '07999001-0001-90',
  seller: energySupplier,
  buyer: town,
  paymentTerms: 'Zahlbar innerhalb von 21 Tagen ohne Abzug.',
  lines: [
    { name: 'Strom Rathaus, Februar 2026', quantity: '8412', unit: 'KWH', price: '0.2874', vatRate: '19' },
    { name: 'Grundpreis', quantity: '1', unit: 'LS', price: '64.50', vatRate: '19' },
  ],
};

export const furniture: InvoiceDescription = {
  number: 'H 2026-58',
  type: '380',
  issued: '2026-03-09',
  due: '2026-04-08',
  delivered: '2026-03-06',
  currency: 'EUR',
  buyerReference: '07999001-SCHULE-40',
  seller: joiner,
  buyer: town,
  paymentTerms: terms,
  lines: [{ name: 'Regal, Buche, nach Maß', quantity: '3', unit: 'H87', price: '742.00', vatRate: '19' }],
};

export const licences: InvoiceDescription = {
  number: 'FB-90211',
  type: '380',
  issued: '2026-03-03',
  due: '2026-04-02',
  delivered: '2026-03-01',
  currency: 'CHF',
  euroRate: '1.0647',
  buyerReference: '07999001-HAUPTAMT-07',
  seller: licenceDealer,
  buyer: town,
  paymentTerms: terms,
  lines: [{ name: 'Jahreslizenz Planarchiv', quantity: '15', unit: 'C62', price: '129.90', vatRate: '19' }],
};

/** Without its attachment, which is a PDF that has to be made first. */
export const survey: InvoiceDescription = {
  number: '26-1121',
  type: '380',
  issued: '2026-03-11',
  due: '2026-04-10',
  delivered: '2026-03-05',
  currency: 'EUR',
  buyerReference: '07999001-TIEFBAU-82',
  seller: roadBuilder,
  buyer: town,
  paymentTerms: terms,
  lines: [{ name: 'Baugrundgutachten Mühlbachbrücke', quantity: '1', unit: 'LS', price: '3850.00', vatRate: '19' }],
};

export const windows: InvoiceDescription = {
  number: 'H 2026-61',
  type: '380',
  issued: '2026-03-12',
  due: '2026-04-11',
  delivered: '2026-03-10',
  currency: 'EUR',
  buyerReference: '07999001-0001-90',
  orderReference: 'GM-2026-0117',
  seller: joiner,
  buyer: town,
  paymentTerms: terms,
  lines: [{ name: 'Fenster instand setzen, Rathaus', quantity: '14', unit: 'H87', price: '189.50', vatRate: '19' }],
};

export const unknownRecipient: InvoiceDescription = {
  ...officeSupplies,
  number: 'L-4480',
  buyerReference: '07999002-BAUHOF-09',
};

export const wrongCheckDigits: InvoiceDescription = {
  ...officeSupplies,
  number: 'L-4481',
  buyerReference: '07999001-SCHULE-41',
};

/** Sum of lines and gross are wrong; the amount due follows the wrong gross, so that it alone raises nothing. */
export const wrongSums: InvoiceDescription = {
  ...windows,
  number: 'H 2026-62',
  misprinted: { lineTotal: '2753.00', gross: '3517.07', due: '3517.07' },
};

export const withoutBuyerReference: InvoiceDescription = {
  ...maintenance,
  number: 'RS-2026-0320',
  buyerReference: undefined,
};

export const withoutContact: InvoiceDescription = {
  ...officeSupplies,
  number: 'L-4490',
  seller: { ...stationer, contact: undefined },
};

export const malformed: InvoiceDescription = { ...maintenance, number: 'RS-2026-0321' };

export const misshapen: InvoiceDescription = { ...maintenance, number: 'RS-2026-0322' };

export const onlyMinimum: InvoiceDescription = { ...furniture, number: 'H 2026-63' };

export const onPaper: InvoiceDescription = { ...furniture, number: 'H 2026-64' };

export const manyLines: InvoiceDescription = {
  ...officeSupplies,
  number: 'L-4500',
  allowances: undefined,
  lines: Array.from({ length: 500 }, (_, index): Line => {
    const place = index + 1;
    return {
      name: `Schulbedarf, Artikel ${String(place).padStart(3, '0')}`,
      quantity: String((place % 9) + 1),
      unit: 'H87',
      price: `${String(place % 40)}.${String((place * 37) % 100).padStart(2, '0')}`,
      vatRate: place % 3 === 0 ? '7' : '19',
    };
  }),
};

/** The first invoice once more: same seller, date and amount, the number written with blanks. */
export const sentAgain: InvoiceDescription = { ...maintenance, number: 'RS 2026 0311' };

export const newAccount: InvoiceDescription = {
  ...maintenance,
  number: 'RS-2026-0330',
  issued: '2026-03-16',
  due: '2026-04-15',
  delivered: '2026-03-13',
  seller: { ...systemhaus, iban: 'DE75999000050099887766' },
};
