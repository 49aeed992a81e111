import { binary, group, groups, quantity, schemed, schemedList, self, term, terms } from './row-makers.js';

/**
 * The semantic model as data: EN 16931-1:2017+A1:2019, 6.3 (BT-1 to BT-165, BG-1 to BG-32) and the XRechnung 3.0
 * Extension (BG-DEX-01 to BG-DEX-09, BT-DEX-001 to BT-DEX-003); BT-X-304 is Factur-X 1.0 EXTENDED. Names, labels and
 * sentences are this project's. Types are inferred from it, the mappings point into it, the screens take labels from it.
 *
 * Where the JSON does not nest as the standard does, both syntaxes do not either: BG-14 stands beside BG-13;
 * BT-83, BT-89 and BT-90 stand at the top, because one of the syntaxes states them once for all payment means.
 * BT-9 stands in the payment terms, which EN 16931-1:2026 repeats; the standard of 2017 has
 * no such group, so its id is ''.
 */

type AddressIds = readonly [
  line1: string,
  line2: string,
  line3: string,
  city: string,
  postCode: string,
  subdivision: string,
  country: string,
];

const addressFields = ([line1, line2, line3, city, postCode, subdivision, country]: AddressIds) =>
  ({
    line1: term(line1, 'text', '0..1', 'Straße', 'Address line 1', 'The main line of an address, usually the street.'),
    line2: term(line2, 'text', '0..1', 'Adresszusatz', 'Address line 2', 'An additional line of an address.'),
    line3: term(line3, 'text', '0..1', 'Adresszusatz 2', 'Address line 3', 'A further additional line of an address.'),
    city: term(city, 'text', '0..1', 'Ort', 'City', 'The name of the city, town or village.'),
    postCode: term(postCode, 'text', '0..1', 'Postleitzahl', 'Post code', 'The postal code of the place.'),
    subdivision: term(subdivision, 'text', '0..1', 'Region', 'Country subdivision', 'A part of a country, as a state.'),
    country: term(country, 'code', '1..1', 'Land', 'Country code', 'The country, as an ISO 3166-1 alpha-2 code.'),
  }) as const;

const contactFields = (name: string, phone: string, mail: string) =>
  ({
    name: term(name, 'text', '0..1', 'Ansprechpartner', 'Contact point', 'The person or office to ask.'),
    department: term(name, 'text', '0..1', 'Abteilung', 'Department', 'The contact point where it is an office (CII).'),
    telephone: term(phone, 'text', '0..1', 'Telefon', 'Telephone number', 'The phone number of the contact point.'),
    email: term(mail, 'text', '0..1', 'E-Mail', 'Email address', 'The mail address of the contact point.'),
  }) as const;

type AllowanceIds = readonly [amount: string, base: string, percentage: string, reason: string, reasonCode: string];

const allowanceFields = (word: 'allowance' | 'charge', ids: AllowanceIds) => {
  const [amount, baseAmount, percentage, reason, reasonCode] = ids;
  return {
    amount: term(amount, 'amount', '1..1', 'Betrag', 'Amount', `The amount of the ${word}, without VAT.`),
    baseAmount: term(baseAmount, 'amount', '0..1', 'Grundbetrag', 'Base amount', 'What the percentage is taken of.'),
    percentage: term(percentage, 'percentage', '0..1', 'Prozent', 'Percentage', `The ${word} as a percentage.`),
    reason: term(reason, 'text', '0..1', 'Grund', 'Reason', `The reason for the ${word} in words.`),
    reasonCode: term(reasonCode, 'code', '0..1', 'Code des Grundes', 'Reason code', 'The reason as a code.'),
  } as const;
};

const allowanceVatFields = (categoryCode: string, rate: string) =>
  ({
    vatCategoryCode: term(categoryCode, 'code', '1..1', 'Umsatzsteuerkategorie', 'VAT category', 'Which VAT applies.'),
    vatRate: term(rate, 'percentage', '0..1', 'Umsatzsteuersatz', 'VAT rate', 'The VAT rate in per cent.'),
  }) as const;

const sellerFields = {
  name: term('BT-27', 'text', '1..1', 'Name', 'Seller name', 'The full formal name by which the seller is registered.'),
  tradingName: term('BT-28', 'text', '0..1', 'Handelsname', 'Trading name', 'A name by which the seller is known.'),
  identifiers: schemedList('BT-29', '0..n', 'Kennung', 'Seller identifier', 'An identification of the seller.'),
  legalRegistration: schemed(
    'BT-30',
    '0..1',
    'Registernummer',
    'Legal registration',
    'As an official registrar issued.',
  ),
  vatId: term('BT-31', 'identifier', '0..1', 'USt-IdNr.', 'VAT identifier', "The seller's VAT identifier."),
  taxNumber: term('BT-32', 'identifier', '0..1', 'Steuernummer', 'Tax registration', "The seller's local tax number."),
  legalInformation: term('BT-33', 'text', '0..1', 'Rechtliche Angaben', 'Legal information', 'Further legal facts.'),
  electronicAddress: schemed('BT-34', '0..1', 'Elektronische Adresse', 'Electronic address', 'Where answers may go.'),
  address: group(
    'BG-5',
    '1..1',
    ['Anschrift des Verkäufers', 'Seller postal address', 'The address of the seller.'],
    addressFields(['BT-35', 'BT-36', 'BT-162', 'BT-37', 'BT-38', 'BT-39', 'BT-40']),
  ),
  contact: group(
    'BG-6',
    '0..1',
    ['Kontakt des Verkäufers', 'Seller contact', 'Whom to ask at the seller.'],
    contactFields('BT-41', 'BT-42', 'BT-43'),
  ),
} as const;

const buyerFields = {
  name: term('BT-44', 'text', '1..1', 'Name', 'Buyer name', 'The full name of the buyer.'),
  tradingName: term('BT-45', 'text', '0..1', 'Handelsname', 'Trading name', 'A name by which the buyer is known.'),
  identifiers: schemedList('BT-46', '0..1', 'Kennung', 'Buyer identifier', 'An identification of the buyer.'),
  legalRegistration: schemed(
    'BT-47',
    '0..1',
    'Registernummer',
    'Legal registration',
    'As an official registrar issued.',
  ),
  vatId: term('BT-48', 'identifier', '0..1', 'USt-IdNr.', 'VAT identifier', "The buyer's VAT identifier."),
  electronicAddress: schemed(
    'BT-49',
    '0..1',
    'Elektronische Adresse',
    'Electronic address',
    'Where invoices are sent.',
  ),
  address: group(
    'BG-8',
    '1..1',
    ['Anschrift des Erwerbers', 'Buyer postal address', 'The address of the buyer.'],
    addressFields(['BT-50', 'BT-51', 'BT-163', 'BT-52', 'BT-53', 'BT-54', 'BT-55']),
  ),
  contact: group(
    'BG-9',
    '0..1',
    ['Kontakt des Erwerbers', 'Buyer contact', 'Whom to ask at the buyer.'],
    contactFields('BT-56', 'BT-57', 'BT-58'),
  ),
} as const;

const payeeFields = {
  name: term('BT-59', 'text', '1..1', 'Name', 'Payee name', 'The name of who is to be paid, if not the seller.'),
  identifiers: schemedList('BT-60', '0..1', 'Kennung', 'Payee identifier', 'An identification of the payee.'),
  legalRegistration: schemed(
    'BT-61',
    '0..1',
    'Registernummer',
    'Legal registration',
    'As an official registrar issued.',
  ),
} as const;

const taxRepresentativeFields = {
  name: term('BT-62', 'text', '1..1', 'Name', 'Name', "The full name of the seller's tax representative."),
  vatId: term('BT-63', 'identifier', '1..1', 'USt-IdNr.', 'VAT identifier', "The representative's VAT identifier."),
  address: group(
    'BG-12',
    '1..1',
    ['Anschrift des Steuervertreters', 'Tax representative postal address', 'The address of the representative.'],
    addressFields(['BT-64', 'BT-65', 'BT-164', 'BT-66', 'BT-67', 'BT-68', 'BT-69']),
  ),
} as const;

const deliveryFields = {
  name: term(
    'BT-70',
    'text',
    '0..1',
    'Empfänger',
    'Deliver to party name',
    'To whom goods or services were delivered.',
  ),
  locationIdentifiers: schemedList('BT-71', '0..1', 'Kennung des Ortes', 'Location identifier', 'Where it went to.'),
  date: term(
    'BT-72',
    'date',
    '0..1',
    'Lieferdatum',
    'Actual delivery date',
    'When the delivery was made or completed.',
  ),
  address: group(
    'BG-15',
    '0..1',
    ['Lieferanschrift', 'Deliver to address', 'The address to which the delivery went.'],
    addressFields(['BT-75', 'BT-76', 'BT-165', 'BT-77', 'BT-78', 'BT-79', 'BT-80']),
  ),
} as const;

const paymentInstructionFields = {
  typeCode: term('BT-81', 'code', '1..1', 'Zahlungsart (Code)', 'Payment means type code', 'How to pay, as a code.'),
  text: term('BT-82', 'text', '0..1', 'Zahlungsart', 'Payment means text', 'How to pay, in words.'),
  creditTransfers: groups('BG-17', '0..n', ['Überweisung', 'Credit transfer', 'An account to which to pay.'], {
    account: term('BT-84', 'identifier', '1..1', 'IBAN', 'Payment account', 'The account, as an IBAN within SEPA.'),
    otherAccount: term('BT-84', 'identifier', '0..1', 'Konto', 'Other account', 'The account that is no IBAN (CII).'),
    name: term('BT-85', 'text', '0..1', 'Kontoinhaber', 'Payment account name', 'The name of the account.'),
    serviceProvider: term('BT-86', 'identifier', '0..1', 'BIC', 'Payment service provider', 'The bank, as a BIC.'),
  }),
  card: group('BG-18', '0..1', ['Zahlungskarte', 'Payment card information', 'The card that was used to pay.'], {
    accountNumber: term('BT-87', 'text', '1..1', 'Kartennummer', 'Primary account number', 'The last digits only.'),
    holderName: term('BT-88', 'text', '0..1', 'Karteninhaber', 'Card holder name', 'The name of the card holder.'),
  }),
  directDebit: group('BG-19', '0..1', ['Lastschrift', 'Direct debit', 'The direct debit that the seller will make.'], {
    debitedAccount: term('BT-91', 'identifier', '0..1', 'Belastetes Konto', 'Debited account', 'The account debited.'),
  }),
} as const;

const totalFields = {
  lineNet: term('BT-106', 'amount', '1..1', 'Summe der Positionen', 'Sum of line net amounts', 'Sum of all BT-131.'),
  allowances: term('BT-107', 'amount', '0..1', 'Summe der Nachlässe', 'Sum of allowances', 'Sum of all BT-92.'),
  charges: term('BT-108', 'amount', '0..1', 'Summe der Zuschläge', 'Sum of charges', 'Sum of all BT-99.'),
  net: term('BT-109', 'amount', '1..1', 'Nettobetrag', 'Total without VAT', 'The total of the invoice without VAT.'),
  vat: term('BT-110', 'amount', '0..1', 'Umsatzsteuer', 'Total VAT amount', 'The total VAT of the invoice.'),
  vatInAccountingCurrency: term(
    'BT-111',
    'amount',
    '0..1',
    'Umsatzsteuer in Buchungswährung',
    'Total VAT amount in accounting currency',
    'The total VAT in the currency of BT-6.',
  ),
  gross: term('BT-112', 'amount', '1..1', 'Bruttobetrag', 'Total with VAT', 'The total of the invoice with VAT.'),
  paid: term('BT-113', 'amount', '0..1', 'Bereits gezahlt', 'Paid amount', 'What has been paid in advance.'),
  rounding: term('BT-114', 'amount', '0..1', 'Rundung', 'Rounding amount', 'What is added to round the amount due.'),
  payable: term('BT-115', 'amount', '1..1', 'Zahlbetrag', 'Amount due for payment', 'What is asked to be paid.'),
} as const;

const vatBreakdownFields = {
  taxableAmount: term('BT-116', 'amount', '1..1', 'Bemessungsgrundlage', 'Taxable amount', 'What the VAT is taken of.'),
  taxAmount: term('BT-117', 'amount', '1..1', 'Steuerbetrag', 'Tax amount', 'The VAT of this category and rate.'),
  categoryCode: term('BT-118', 'code', '1..1', 'Kategorie', 'VAT category code', 'Which VAT applies, as a code.'),
  rate: term('BT-119', 'percentage', '0..1', 'Steuersatz', 'VAT rate', 'The VAT rate in per cent.'),
  exemptionReason: term('BT-120', 'text', '0..1', 'Befreiungsgrund', 'Exemption reason', 'Why no VAT is charged.'),
  exemptionReasonCode: term(
    'BT-121',
    'code',
    '0..1',
    'Code des Befreiungsgrundes',
    'Exemption reason code',
    'As a code.',
  ),
} as const;

const supportingDocumentFields = {
  reference: term('BT-122', 'documentReference', '1..1', 'Kennung', 'Reference', 'Identifies the supporting document.'),
  description: term('BT-123', 'text', '0..1', 'Beschreibung', 'Description', 'What the supporting document is.'),
  location: term('BT-124', 'text', '0..1', 'Verweis', 'External location', 'The address where the document lies.'),
  attachment: binary('BT-125', '0..1', 'Angehängtes Dokument', 'Attached document', 'The document itself, embedded.'),
} as const;

const lineFields = {
  id: term('BT-126', 'identifier', '1..1', 'Position', 'Line identifier', 'Identifies the line within the invoice.'),
  parentLine: term('BT-X-304', 'identifier', '0..1', 'Übergeordnete Position', 'Parent line', 'The line above (CII).'),
  notes: terms('BT-127', 'text', '0..1', 'Bemerkung', 'Line note', 'A note about the line.'),
  objectIdentifiers: schemedList('BT-128', '0..1', 'Objekt', 'Invoiced object', 'What the line is about, as a meter.'),
  quantity: quantity('BT-129', 'BT-130', '1..1', 'Menge', 'Invoiced quantity', 'How much is charged, with its unit.'),
  netAmount: term('BT-131', 'amount', '1..1', 'Nettobetrag', 'Line net amount', 'The total of the line without VAT.'),
  orderLineReference: term('BT-132', 'documentReference', '0..1', 'Bestellposition', 'Order line', 'The order line.'),
  accountingReference: term(
    'BT-133',
    'text',
    '0..1',
    'Kontierung',
    'Accounting reference',
    'Where the buyer books it.',
  ),
  period: group(
    'BG-26',
    '0..1',
    ['Zeitraum der Position', 'Line period', 'The time to which the line refers.'],
    {
      start: term('BT-134', 'date', '0..1', 'Beginn', 'Start date', 'The first day of the period.'),
      end: term('BT-135', 'date', '0..1', 'Ende', 'End date', 'The last day of the period.'),
    },
    'BG-DEX-05',
  ),
  allowances: groups(
    'BG-27',
    '0..n',
    ['Nachlass auf die Position', 'Line allowance', 'An amount taken off the line.'],
    allowanceFields('allowance', ['BT-136', 'BT-137', 'BT-138', 'BT-139', 'BT-140']),
    'BG-DEX-03',
  ),
  charges: groups(
    'BG-28',
    '0..n',
    ['Zuschlag auf die Position', 'Line charge', 'An amount put on the line.'],
    allowanceFields('charge', ['BT-141', 'BT-142', 'BT-143', 'BT-144', 'BT-145']),
    'BG-DEX-04',
  ),
  price: group(
    'BG-29',
    '1..1',
    ['Preis', 'Price details', 'How the price of the item comes about.'],
    {
      net: term('BT-146', 'unitPriceAmount', '1..1', 'Nettopreis', 'Item net price', 'The price after the discount.'),
      discount: term(
        'BT-147',
        'unitPriceAmount',
        '0..1',
        'Preisnachlass',
        'Price discount',
        'Taken off the gross price.',
      ),
      gross: term('BT-148', 'unitPriceAmount', '0..1', 'Bruttopreis', 'Item gross price', 'The price before discount.'),
      baseQuantity: quantity('BT-149', 'BT-150', '0..1', 'Preiseinheit', 'Base quantity', 'How many the price is for.'),
      grossBaseQuantity: quantity(
        'BT-149',
        'BT-150',
        '0..1',
        'Preiseinheit des Bruttopreises',
        'Base quantity of the gross price',
        'The base quantity as CII states it a second time.',
      ),
    },
    'BG-DEX-07',
  ),
  vat: group(
    'BG-30',
    '1..1',
    ['Umsatzsteuer', 'Line VAT information', 'The VAT that applies to the line.'],
    {
      categoryCode: term('BT-151', 'code', '1..1', 'Kategorie', 'VAT category code', 'Which VAT applies, as a code.'),
      rate: term('BT-152', 'percentage', '0..1', 'Steuersatz', 'VAT rate', 'The VAT rate in per cent.'),
    },
    'BG-DEX-06',
  ),
  item: group(
    'BG-31',
    '1..1',
    ['Artikel', 'Item information', 'The goods or services of the line.'],
    {
      name: term('BT-153', 'text', '1..1', 'Bezeichnung', 'Item name', 'A name for the item.'),
      description: term('BT-154', 'text', '0..1', 'Beschreibung', 'Item description', 'A description of the item.'),
      sellerIdentifier: term('BT-155', 'identifier', '0..1', 'Artikelnummer', "Seller's identifier", 'As sold.'),
      buyerIdentifier: term('BT-156', 'identifier', '0..1', 'Eigene Nummer', "Buyer's identifier", 'As bought.'),
      standardIdentifier: schemed(
        'BT-157',
        '0..1',
        'Standardnummer',
        'Standard identifier',
        'As registered, as a GTIN.',
      ),
      classifications: schemedList('BT-158', '0..n', 'Warengruppe', 'Classification', 'A class of the item, as a CPV.'),
      countryOfOrigin: term('BT-159', 'code', '0..1', 'Herkunftsland', 'Country of origin', 'Where it comes from.'),
      attributes: groups(
        'BG-32',
        '0..n',
        ['Eigenschaft', 'Item attribute', 'A property of the item.'],
        {
          name: term('BT-160', 'text', '1..1', 'Name', 'Attribute name', 'The name of the property.'),
          value: term('BT-161', 'text', '1..1', 'Wert', 'Attribute value', 'The value of the property.'),
        },
        'BG-DEX-08',
      ),
    },
    'BG-DEX-02',
  ),
  subLines: self('BG-DEX-01', 'Unterposition', 'Sub invoice line', 'A line of which the line above is made up.'),
} as const;

/** The terms of the whole document. */
export const invoiceFields = {
  number: term('BT-1', 'identifier', '1..1', 'Rechnungsnummer', 'Invoice number', 'Identifies the invoice.'),
  issueDate: term('BT-2', 'date', '1..1', 'Rechnungsdatum', 'Issue date', 'The date on which it was issued.'),
  typeCode: term('BT-3', 'code', '1..1', 'Rechnungsart', 'Type code', 'What kind of invoice it is (UNTDID 1001).'),
  currency: term('BT-5', 'code', '1..1', 'Währung', 'Currency', 'The currency of all amounts, as ISO 4217 code.'),
  accountingCurrency: term('BT-6', 'code', '0..1', 'Buchungswährung', 'VAT accounting currency', 'For VAT reporting.'),
  taxPointDate: term('BT-7', 'date', '0..1', 'Steuerzeitpunkt', 'VAT point date', 'When the VAT becomes due.'),
  taxPointDateCode: term('BT-8', 'code', '0..1', 'Code des Steuerzeitpunkts', 'VAT point date code', 'As a code.'),
  buyerReference: term('BT-10', 'text', '0..1', 'Leitweg-ID', 'Buyer reference', 'Where the buyer routes the invoice.'),
  projectReferences: terms('BT-11', 'documentReference', '0..1', 'Projekt', 'Project reference', 'The project.'),
  contractReferences: terms('BT-12', 'documentReference', '0..1', 'Vertrag', 'Contract reference', 'The contract.'),
  orderReferences: terms('BT-13', 'documentReference', '0..1', 'Bestellung', 'Order reference', "The buyer's order."),
  salesOrderReferences: terms('BT-14', 'documentReference', '0..1', 'Auftrag', 'Sales order', "The seller's order."),
  receivingAdviceReferences: terms(
    'BT-15',
    'documentReference',
    '0..1',
    'Wareneingang',
    'Receiving advice reference',
    'The receiving advice.',
  ),
  despatchAdviceReferences: terms(
    'BT-16',
    'documentReference',
    '0..1',
    'Lieferschein',
    'Despatch advice reference',
    'The despatch advice.',
  ),
  tenderReferences: terms('BT-17', 'documentReference', '0..1', 'Vergabe', 'Tender or lot reference', 'The tender.'),
  objectIdentifiers: schemedList('BT-18', '0..1', 'Objekt', 'Invoiced object', 'What the invoice is about.'),
  accountingReference: term('BT-19', 'text', '0..1', 'Kontierung', 'Accounting reference', 'Where the buyer books it.'),
  paymentTerms: groups(
    '',
    '0..n',
    ['Zahlungsbedingungen', 'Payment terms', 'When to pay; 0..1 in the standard of 2017.'],
    {
      dueDate: term('BT-9', 'date', '0..1', 'Fälligkeit', 'Payment due date', 'The date on which payment is due.'),
      text: term(
        'BT-20',
        'text',
        '0..1',
        'Zahlungsbedingungen',
        'Payment terms',
        'The terms in words, with Skonto lines.',
      ),
    },
  ),
  notes: groups('BG-1', '0..n', ['Bemerkung', 'Invoice note', 'A note about the whole invoice.'], {
    subjectCode: term('BT-21', 'code', '0..1', 'Betreff', 'Note subject code', 'What the note is about, as a code.'),
    text: term('BT-22', 'text', '1..1', 'Bemerkung', 'Invoice note', 'The note itself.'),
  }),
  processControl: group('BG-2', '1..1', ['Prozess', 'Process control', 'The process and rules of the document.'], {
    businessProcess: term(
      'BT-23',
      'text',
      '0..1',
      'Geschäftsprozess',
      'Business process type',
      'The process it is for.',
    ),
    specification: term(
      'BT-24',
      'identifier',
      '1..1',
      'Spezifikation',
      'Specification',
      'The rules it claims to keep.',
    ),
  }),
  precedingInvoices: groups('BG-3', '0..n', ['Frühere Rechnung', 'Preceding invoice', 'An invoice it refers to.'], {
    number: term('BT-25', 'documentReference', '1..1', 'Rechnungsnummer', 'Preceding invoice number', 'Its number.'),
    issueDate: term('BT-26', 'date', '0..1', 'Rechnungsdatum', 'Preceding invoice issue date', 'Its date.'),
  }),
  seller: group('BG-4', '1..1', ['Verkäufer', 'Seller', 'Who sells and usually issues the invoice.'], sellerFields),
  buyer: group('BG-7', '1..1', ['Erwerber', 'Buyer', 'Who buys.'], buyerFields),
  payee: group('BG-10', '0..1', ['Zahlungsempfänger', 'Payee', 'Who is paid, if not the seller.'], payeeFields),
  taxRepresentative: group(
    'BG-11',
    '0..1',
    ['Steuervertreter', 'Tax representative', 'Who represents the seller in matters of VAT.'],
    taxRepresentativeFields,
  ),
  deliveries: groups('BG-13', '0..1', ['Lieferung', 'Delivery', 'Where and when it was delivered.'], deliveryFields),
  invoicingPeriods: groups('BG-14', '0..1', ['Zeitraum', 'Invoicing period', 'The time the invoice is about.'], {
    start: term('BT-73', 'date', '0..1', 'Beginn', 'Start date', 'The first day of the period.'),
    end: term('BT-74', 'date', '0..1', 'Ende', 'End date', 'The last day of the period.'),
  }),
  remittanceInformation: terms('BT-83', 'text', '0..1', 'Verwendungszweck', 'Remittance information', 'To be quoted.'),
  mandateReferences: terms('BT-89', 'identifier', '0..1', 'Mandat', 'Mandate reference', 'The direct debit mandate.'),
  creditorIdentifiers: terms(
    'BT-90',
    'identifier',
    '0..1',
    'Gläubiger-ID',
    'Creditor identifier',
    'As the bank assigned.',
  ),
  paymentInstructions: groups(
    'BG-16',
    '0..1',
    ['Zahlungsweg', 'Payment instructions', 'How to pay.'],
    paymentInstructionFields,
  ),
  allowances: groups('BG-20', '0..n', ['Nachlass', 'Document allowance', 'An amount taken off the whole invoice.'], {
    ...allowanceFields('allowance', ['BT-92', 'BT-93', 'BT-94', 'BT-97', 'BT-98']),
    ...allowanceVatFields('BT-95', 'BT-96'),
  }),
  charges: groups('BG-21', '0..n', ['Zuschlag', 'Document charge', 'An amount put on the whole invoice.'], {
    ...allowanceFields('charge', ['BT-99', 'BT-100', 'BT-101', 'BT-104', 'BT-105']),
    ...allowanceVatFields('BT-102', 'BT-103'),
  }),
  totals: group('BG-22', '1..1', ['Summen', 'Document totals', 'The sums of the invoice.'], totalFields),
  vatBreakdowns: groups(
    'BG-23',
    '1..n',
    ['Umsatzsteuer', 'VAT breakdown', 'The VAT of one category and rate.'],
    vatBreakdownFields,
  ),
  supportingDocuments: groups(
    'BG-24',
    '0..n',
    ['Begründende Unterlage', 'Supporting document', 'A document that supports the claim.'],
    supportingDocumentFields,
  ),
  lines: groups('BG-25', '1..n', ['Position', 'Invoice line', 'One line of the invoice.'], lineFields),
  thirdPartyPayments: groups(
    'BG-DEX-09',
    '0..n',
    ['Fremdforderung', 'Third party payment', 'What is collected for a third party.'],
    {
      type: term('BT-DEX-001', 'text', '1..1', 'Art', 'Third party payment type', 'What kind of payment it is.'),
      amount: term('BT-DEX-002', 'amount', '1..1', 'Betrag', 'Third party payment amount', 'What is collected.'),
      description: term('BT-DEX-003', 'text', '1..1', 'Beschreibung', 'Description', 'What it is collected for.'),
    },
  ),
} as const;
