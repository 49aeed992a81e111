import { askedTerms, type AskedTerm } from '../invoice/term-values.js';

/** How the values of a field are compared: words without regard to case, amounts as decimals, days as dates. */
export type FieldKind = 'text' | 'amount' | 'date';

/** Something that a rule can look at. */
export interface FieldRow {
  /** Business term of EN 16931; null: known from the delivery, not from the document. */
  readonly term: string | null;
  readonly kind: FieldKind;
  readonly de: string;
  readonly en: string;
}

const field = (term: string | null, de: string, en: string, kind: FieldKind = 'text'): FieldRow => ({
  term,
  kind,
  de,
  en,
});

/**
 * What a rule can look at by a name of its own; every other business term is asked for by its id. The names are stored in
 * rules: they are added to, never renamed.
 */
export const ROUTING_FIELDS = {
  buyerReference: field('BT-10', 'Referenz des Erwerbers (Leitweg-ID)', 'Buyer reference (Leitweg-ID)'),
  orderReference: field('BT-13', 'Bestellnummer', 'Order reference'),
  contractReference: field('BT-12', 'Vertragsnummer', 'Contract reference'),
  projectReference: field('BT-11', 'Projektnummer', 'Project reference'),
  costCentre: field('BT-19', 'Buchungsreferenz des Erwerbers', 'Buyer accounting reference'),
  objectReference: field('BT-18', 'Objektkennung', 'Invoiced object'),
  number: field('BT-1', 'Rechnungsnummer', 'Invoice number'),
  typeCode: field('BT-3', 'Dokumentart', 'Type code'),
  kind: field(null, 'Rechnung oder Gutschrift', 'Invoice or credit note'),
  specification: field('BT-24', 'Spezifikation', 'Specification'),
  currency: field('BT-5', 'Währung', 'Currency'),
  issueDate: field('BT-2', 'Rechnungsdatum', 'Issue date', 'date'),
  dueDate: field('BT-9', 'Fälligkeit', 'Due date', 'date'),
  net: field('BT-109', 'Nettobetrag', 'Net amount', 'amount'),
  gross: field('BT-112', 'Bruttobetrag', 'Gross amount', 'amount'),
  payable: field('BT-115', 'Zahlbetrag', 'Amount due', 'amount'),
  sellerName: field('BT-27', 'Verkäufer', 'Seller'),
  sellerVatId: field('BT-31', 'USt-IdNr. des Verkäufers', 'Seller VAT id'),
  sellerTaxNumber: field('BT-32', 'Steuernummer des Verkäufers', 'Seller tax number'),
  sellerId: field('BT-29', 'Kennung des Verkäufers', 'Seller identifier'),
  sellerMail: field('BT-43', 'E-Mail des Verkäufers', 'Seller mail address'),
  iban: field('BT-84', 'Bankkonto', 'Account'),
  buyerName: field('BT-44', 'Erwerber', 'Buyer'),
  buyerVatId: field('BT-48', 'USt-IdNr. des Erwerbers', 'Buyer VAT id'),
  contactName: field('BT-56', 'Ansprechperson beim Erwerber', 'Buyer contact'),
  contactMail: field('BT-58', 'E-Mail der Ansprechperson', 'Buyer contact mail address'),
  deliveryName: field('BT-70', 'Lieferort', 'Place of delivery'),
  channel: field(null, 'Eingangskanal', 'Channel'),
  mailFrom: field(null, 'E-Mail von', 'Mail from'),
  mailTo: field(null, 'E-Mail an', 'Mail to'),
  mailSubject: field(null, 'E-Mail-Betreff', 'Mail subject'),
  fileName: field(null, 'Dateiname', 'File name'),
} as const satisfies Record<string, FieldRow>;

type NamedField = keyof typeof ROUTING_FIELDS;

/** A name of ROUTING_FIELDS, or the id of any other business term. */
export type RoutingField = NamedField | `BT-${string}`;

const kinds: Readonly<Partial<Record<AskedTerm['type'], FieldKind>>> = {
  amount: 'amount',
  unitPriceAmount: 'amount',
  quantity: 'amount',
  percentage: 'amount',
  date: 'date',
};

const isNamedField = (text: string): text is NamedField => Object.hasOwn(ROUTING_FIELDS, text);

const named: ReadonlySet<string | null> = new Set(Object.values(ROUTING_FIELDS).map(({ term }) => term));

const termFields: readonly (readonly [string, FieldRow])[] = [...askedTerms.values()].flatMap(({ id, type, label }) =>
  named.has(id) ? [] : [[id, { term: id, kind: kinds[type] ?? 'text', ...label }] as const],
);

/** Everything that a rule can look at: what people ask for first, then every other business term. */
export const routingFields: ReadonlyMap<string, FieldRow> = new Map<string, FieldRow>([
  ...Object.entries(ROUTING_FIELDS),
  ...termFields,
]);

export const isRoutingField = (text: string): text is RoutingField => routingFields.has(text);

/** A field that is not known any more is compared as text. */
export const kindOfField = (name: RoutingField): FieldKind => routingFields.get(name)?.kind ?? 'text';

/** What is known of an invoice, by field; a field that is absent or blank is missing. */
export type RoutingFacts = Readonly<Partial<Record<NamedField, string | undefined>>> & {
  /** What the document says under any other business term. */
  readonly valuesOf?: (term: string) => readonly string[];
};

/** What an invoice says in a field: nothing, one text, or with a term that repeats several. */
export function factsIn(facts: RoutingFacts, name: RoutingField): readonly string[] {
  if (!isNamedField(name)) return facts.valuesOf?.(name) ?? [];
  const value = facts[name];
  return value === undefined ? [] : [value];
}
