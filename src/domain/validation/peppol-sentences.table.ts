/** Rule (or the beginning of its id, ending in a hyphen), what it says in German and in English. */
type Row = readonly [rules: string, de: string, en: string];

const billing: readonly Row[] = [
  ['R001', 'Der Geschäftsprozess (BT-23) fehlt.', 'The business process (BT-23) is missing.'],
  [
    'R002',
    'Es ist nur eine Bemerkung zur Rechnung erlaubt (BT-22), außer zwischen deutschen Parteien.',
    'Only one note on the invoice is allowed (BT-22), unless both parties are German.',
  ],
  [
    'R003',
    'Es fehlt die Referenz des Käufers (BT-10) oder die Bestellnummer (BT-13).',
    'The buyer reference (BT-10) or the order number (BT-13) is missing.',
  ],
  [
    'R004',
    'Die Spezifikationskennung (BT-24) „{found}“ ist nicht die von Peppol BIS Billing 3.0.',
    'The specification identifier (BT-24) “{found}” is not that of Peppol BIS Billing 3.0.',
  ],
  [
    'R005',
    'Die Währung für die Umsatzsteuer (BT-6) muss eine andere sein als die der Rechnung (BT-5).',
    'The VAT accounting currency (BT-6) must differ from the invoice currency (BT-5).',
  ],
  [
    'R006',
    'Die Rechnung darf sich nur auf einen Gegenstand beziehen (BT-18).',
    'The invoice may refer to one invoiced object only (BT-18).',
  ],
  [
    'R007',
    'Der Geschäftsprozess (BT-23) „{found}“ ist Peppol nicht bekannt.',
    'The business process (BT-23) “{found}” is not known to Peppol.',
  ],
  [
    'R008',
    'Ein Element ist leer; lassen Sie es weg oder füllen Sie es.',
    'An element is empty; leave it out or fill it.',
  ],
  [
    'R010',
    'Die elektronische Adresse des Käufers (BT-49) fehlt.',
    'The buyer’s electronic address (BT-49) is missing.',
  ],
  [
    'R020',
    'Die elektronische Adresse des Verkäufers (BT-34) fehlt.',
    'The seller’s electronic address (BT-34) is missing.',
  ],
  [
    'R040',
    'Ein Nachlass oder Zuschlag ist nicht Grundbetrag mal Prozentsatz.',
    'An allowance or charge is not its base amount times its percentage.',
  ],
  [
    'R041',
    'Ein Nachlass oder Zuschlag hat einen Prozentsatz, aber keinen Grundbetrag.',
    'An allowance or charge has a percentage but no base amount.',
  ],
  [
    'R042',
    'Ein Nachlass oder Zuschlag hat einen Grundbetrag, aber keinen Prozentsatz.',
    'An allowance or charge has a base amount but no percentage.',
  ],
  [
    'R043',
    'Ob es ein Zuschlag ist, muss mit true oder false angegeben sein (gefunden: {found}).',
    'Whether it is a charge must be given as true or false (found: {found}).',
  ],
  [
    'R043-1',
    'Ob es ein Zuschlag ist, muss mit true oder false angegeben sein (gefunden: {found}).',
    'Whether it is a charge must be given as true or false (found: {found}).',
  ],
  [
    'R043-2',
    'Ob es ein Zuschlag ist, muss mit true oder false angegeben sein (gefunden: {found}).',
    'Whether it is a charge must be given as true or false (found: {found}).',
  ],
  [
    'R044',
    'Am Preis ist kein Zuschlag erlaubt, nur ein Nachlass (BT-147).',
    'A price may carry no charge, only a discount (BT-147).',
  ],
  [
    'R046',
    'Der Nettopreis (BT-146) ist nicht Bruttopreis (BT-148) minus Nachlass (BT-147).',
    'The net price (BT-146) is not the gross price (BT-148) less the discount (BT-147).',
  ],
  [
    'R051',
    'Ein Betrag ist in der Währung „{found}“ statt in der der Rechnung (BT-5).',
    'An amount is in the currency “{found}” instead of the invoice’s (BT-5).',
  ],
  [
    'R053',
    'Die Umsatzsteuer mit ihrer Aufschlüsselung muss genau einmal angegeben sein (BG-23).',
    'The VAT total with its breakdown must be given exactly once (BG-23).',
  ],
  [
    'R054',
    'Die Umsatzsteuer in der zweiten Währung (BT-111) muss genau dann einmal dastehen, wenn BT-6 angegeben ist.',
    'The VAT total in the accounting currency (BT-111) must be there once if BT-6 is given, and only then.',
  ],
  [
    'R055',
    'Die Umsatzsteuer hat in beiden Währungen nicht dasselbe Vorzeichen (BT-110, BT-111).',
    'The VAT totals in the two currencies differ in sign (BT-110, BT-111).',
  ],
  [
    'R061',
    'Für die Lastschrift fehlt die Mandatsreferenz (BT-89).',
    'The mandate reference for the direct debit is missing (BT-89).',
  ],
  ['R080', 'Nur eine Projektreferenz ist erlaubt (BT-11).', 'Only one project reference is allowed (BT-11).'],
  [
    'R100',
    'Eine Position darf sich nur auf einen Gegenstand beziehen (BT-128).',
    'A line may refer to one object only (BT-128).',
  ],
  [
    'R101',
    'Der Verweis einer Position darf nur einen Gegenstand nennen (BT-128, Art 130).',
    'The reference of a line may only name an object (BT-128, type 130).',
  ],
  [
    'R110',
    'Der Zeitraum einer Position beginnt vor dem der Rechnung (BT-134, BT-73).',
    'The period of a line starts before that of the invoice (BT-134, BT-73).',
  ],
  [
    'R111',
    'Der Zeitraum einer Position endet nach dem der Rechnung (BT-135, BT-74).',
    'The period of a line ends after that of the invoice (BT-135, BT-74).',
  ],
  [
    'R120',
    'Der Betrag einer Position (BT-131) ist nicht Menge mal Preis samt Zuschlägen und Nachlässen.',
    'The amount of a line (BT-131) is not quantity times price with its charges and allowances.',
  ],
  [
    'R121',
    'Die Basismenge des Preises (BT-149) muss größer als null sein (gefunden: {found}).',
    'The base quantity of the price (BT-149) must be above zero (found: {found}).',
  ],
  [
    'R130',
    'Die Einheit der Basismenge (BT-150) ist nicht die der berechneten Menge (BT-130).',
    'The unit of the base quantity (BT-150) is not that of the invoiced quantity (BT-130).',
  ],
  [
    'CL001',
    'Die Dateiart „{found}“ eines Anhangs ist nicht erlaubt (BT-125-1).',
    'The file type “{found}” of an attachment is not allowed (BT-125-1).',
  ],
  [
    'CL002',
    'Der Grund „{found}“ eines Nachlasses steht nicht in der Codeliste (BT-98, BT-140).',
    'The reason “{found}” of an allowance is not in the code list (BT-98, BT-140).',
  ],
  [
    'CL003',
    'Der Grund „{found}“ eines Zuschlags steht nicht in der Codeliste (BT-105, BT-145).',
    'The reason “{found}” of a charge is not in the code list (BT-105, BT-145).',
  ],
  [
    'CL006',
    'Der Code „{found}“ für das Datum der Umsatzsteuer ist nicht erlaubt (BT-8).',
    'The VAT date code “{found}” is not allowed (BT-8).',
  ],
  ['CL007', 'Die Währung „{found}“ gibt es nicht.', 'There is no currency “{found}”.'],
  [
    'CL008',
    'Das Schema „{found}“ einer elektronischen Adresse ist Peppol nicht bekannt (BT-34-1, BT-49-1).',
    'The scheme “{found}” of an electronic address is not known to Peppol (BT-34-1, BT-49-1).',
  ],
  [
    'F001',
    'Das Datum „{found}“ hat nicht die vorgeschriebene Form.',
    'The date “{found}” does not have the required form.',
  ],
  [
    'P0100',
    'Die Rechnungsart „{found}“ (BT-3) ist in diesem Geschäftsprozess nicht erlaubt.',
    'The invoice type “{found}” (BT-3) is not allowed in this business process.',
  ],
  [
    'P0101',
    'Die Art „{found}“ (BT-3) ist für eine Gutschrift in diesem Geschäftsprozess nicht erlaubt.',
    'The type “{found}” (BT-3) is not allowed for a credit note in this business process.',
  ],
  [
    'P0112',
    'Die Rechnungsart „{found}“ (BT-3) ist nur zwischen deutschen Parteien erlaubt.',
    'The invoice type “{found}” (BT-3) is allowed between German parties only.',
  ],
  [
    'P01',
    'Der Grund der Steuerbefreiung (BT-121) passt nicht zur Steuerkategorie „{found}“ (BT-118).',
    'The exemption reason (BT-121) does not fit the VAT category “{found}” (BT-118).',
  ],
];

/** Codes of exemptions have one sentence for all their rules. */
const exemptions = ['P0104', 'P0105', 'P0106', 'P0107', 'P0108', 'P0109', 'P0110', 'P0111'];

const schemes: readonly (readonly [rule: string, de: string, en: string])[] = [
  ['R040', 'GLN', 'GLN'],
  ['R041', 'norwegische Organisationsnummer', 'Norwegian organisation number'],
  ['R042', 'dänische CVR-Nummer', 'Danish CVR number'],
  ['R043', 'belgische Unternehmensnummer', 'Belgian enterprise number'],
  ['R044', 'italienischer IPA-Code', 'Italian IPA code'],
  ['R045', 'italienische Steuernummer', 'Italian tax code'],
  ['R046', 'italienische Steuernummer', 'Italian tax code'],
  ['R047', 'italienische Umsatzsteuernummer', 'Italian VAT number'],
  ['R048', 'italienische Umsatzsteuernummer', 'Italian VAT number'],
  ['R049', 'schwedische Organisationsnummer', 'Swedish organisation number'],
  ['R050', 'australische Unternehmensnummer (ABN)', 'Australian Business Number'],
  ['R052', 'dänische P-Nummer', 'Danish P number'],
  ['R053', 'dänische SE-Nummer', 'Danish SE number'],
  ['R054', 'niederländische KVK-Nummer', 'Dutch KVK number'],
  ['R055', 'niederländische OIN-Nummer', 'Dutch OIN number'],
  ['R056-1', 'niederländische Umsatzsteuernummer', 'Dutch VAT number'],
  ['R056-2', 'niederländische Umsatzsteuernummer', 'Dutch VAT number'],
  ['R057', 'niederländische Niederlassungsnummer', 'Dutch establishment number'],
];

const national: readonly Row[] = [
  [
    'DK-R-002',
    'Dänische Lieferanten müssen ihre CVR-Nummer angeben (BT-30).',
    'Danish suppliers must give their CVR number (BT-30).',
  ],
  [
    'DK-R-003',
    'Eine Einordnung nach UNSPSC muss die Version 19.0501 oder 26.0801 nennen (BT-158-2).',
    'A classification by UNSPSC must name the version 19.0501 or 26.0801 (BT-158-2).',
  ],
  [
    'DK-R-004',
    'Eine Abgabe mit dem Code ZZZ muss ihre vierstellige Kategorie nennen.',
    'A tax with the code ZZZ must name its four-digit category.',
  ],
  [
    'DK-R-005',
    'Der Zahlungsweg „{found}“ (BT-81) ist zwischen dänischen Parteien nicht erlaubt.',
    'The payment means “{found}” (BT-81) is not allowed between Danish parties.',
  ],
  [
    'DK-R-006',
    'Zu diesem Zahlungsweg fehlen in Dänemark Konto oder Registernummer der Bank.',
    'In Denmark this payment means needs an account and the bank’s registration number.',
  ],
  [
    'DK-R-007',
    'Zur Lastschrift fehlen in Dänemark Mandat oder Konto des Käufers.',
    'In Denmark a direct debit needs the mandate and the buyer’s account.',
  ],
  [
    'DK-R-008',
    'Zum Giro (50) gehören in Dänemark eine Zahlungsreferenz mit 01#, 04# oder 15# und ein Konto mit 7 Zeichen.',
    'In Denmark giro (50) needs a payment reference with 01#, 04# or 15# and an account of 7 characters.',
  ],
  ['DK-R-009', 'Nach 04# oder 15# müssen 16 Ziffern folgen.', 'After 04# or 15# there must be 16 digits.'],
  [
    'DK-R-010',
    'Zu FIK (93) gehören in Dänemark eine Zahlungsreferenz mit 71#, 73# oder 75# und ein Konto mit 8 Zeichen.',
    'In Denmark FIK (93) needs a payment reference with 71#, 73# or 75# and an account of 8 characters.',
  ],
  [
    'DK-R-011',
    'Nach 71# oder 75# müssen 15 oder 16 Ziffern folgen.',
    'After 71# or 75# there must be 15 or 16 digits.',
  ],
  [
    'DK-R-013',
    'Die Kennung einer dänischen Partei braucht ihr Schema.',
    'The identifier of a Danish party needs its scheme.',
  ],
  [
    'DK-R-014',
    'Die Nummer des dänischen Lieferanten (BT-30) braucht das Schema 0184.',
    'The Danish supplier’s number (BT-30) needs the scheme 0184.',
  ],
  [
    'DK-R-016',
    'Eine Gutschrift zwischen dänischen Parteien darf keinen negativen Betrag haben (BT-115).',
    'A credit note between Danish parties must not have a negative amount (BT-115).',
  ],
  [
    'DK-R-017',
    'Die Nummer des dänischen Käufers (BT-47) braucht das Schema 0184.',
    'The Danish buyer’s number (BT-47) needs the scheme 0184.',
  ],
  [
    'NO-R-001',
    'Die norwegische Umsatzsteuernummer (BT-31) besteht aus NO, neun Ziffern und MVA.',
    'The Norwegian VAT number (BT-31) consists of NO, nine digits and MVA.',
  ],
  [
    'NO-R-002',
    'Norwegische Lieferanten sollten „Foretaksregisteret“ angeben (BT-32).',
    'Norwegian suppliers should state “Foretaksregisteret” (BT-32).',
  ],
  [
    'IT-R-001',
    'Die Steuernummer des italienischen Lieferanten (BT-32) hat 11 bis 16 Zeichen.',
    'The Italian supplier’s tax number (BT-32) has 11 to 16 characters.',
  ],
  [
    'IT-R-002',
    'Beim italienischen Lieferanten fehlt die Straße (BT-35).',
    'The Italian supplier’s street is missing (BT-35).',
  ],
  [
    'IT-R-003',
    'Beim italienischen Lieferanten fehlt der Ort (BT-37).',
    'The Italian supplier’s city is missing (BT-37).',
  ],
  [
    'IT-R-004',
    'Beim italienischen Lieferanten fehlt die Postleitzahl (BT-38).',
    'The Italian supplier’s post code is missing (BT-38).',
  ],
  [
    'SE-R-001',
    'Die schwedische Umsatzsteuernummer (BT-31) hat 14 Zeichen.',
    'The Swedish VAT number (BT-31) has 14 characters.',
  ],
  [
    'SE-R-002',
    'Nach SE besteht die schwedische Umsatzsteuernummer (BT-31) aus zwölf Ziffern.',
    'After SE the Swedish VAT number (BT-31) consists of twelve digits.',
  ],
  [
    'SE-R-003',
    'Die schwedische Organisationsnummer (BT-30) besteht aus Ziffern.',
    'The Swedish organisation number (BT-30) consists of digits.',
  ],
  [
    'SE-R-004',
    'Die schwedische Organisationsnummer (BT-30) hat zehn Zeichen.',
    'The Swedish organisation number (BT-30) has ten characters.',
  ],
  [
    'SE-R-005',
    'Als Steuernummer (BT-32) muss beim schwedischen Lieferanten „Godkänd för F-skatt“ stehen.',
    'A Swedish supplier’s tax number (BT-32) must read “Godkänd för F-skatt”.',
  ],
  [
    'SE-R-006',
    'In Schweden gibt es nur die Steuersätze 6, 12 und 25 (gefunden: {found}).',
    'Sweden has the VAT rates 6, 12 and 25 only (found: {found}).',
  ],
  ['SE-R-007', 'Das Konto bei Plusgiro besteht aus Ziffern (BT-84).', 'A Plusgiro account consists of digits (BT-84).'],
  ['SE-R-008', 'Das Konto bei Bankgiro besteht aus Ziffern (BT-84).', 'A Bankgiro account consists of digits (BT-84).'],
  [
    'SE-R-009',
    'Das Konto bei Bankgiro hat 7 oder 8 Zeichen (BT-84).',
    'A Bankgiro account has 7 or 8 characters (BT-84).',
  ],
  [
    'SE-R-010',
    'Das Konto bei Plusgiro hat 2 bis 8 Zeichen (BT-84).',
    'A Plusgiro account has 2 to 8 characters (BT-84).',
  ],
  [
    'SE-R-011',
    'Bankgiro und Plusgiro werden in Schweden mit dem Zahlungsweg 30 angegeben (BT-81).',
    'In Sweden Bankgiro and Plusgiro are given as payment means 30 (BT-81).',
  ],
  [
    'SE-R-012',
    'Zwischen schwedischen Parteien wird die Überweisung mit 30 angegeben (BT-81).',
    'Between Swedish parties a credit transfer is given as 30 (BT-81).',
  ],
  [
    'SE-R-013',
    'Die Prüfziffer der schwedischen Organisationsnummer (BT-30) stimmt nicht.',
    'The check digit of the Swedish organisation number (BT-30) is wrong.',
  ],
  [
    'GR-R-001-1',
    'Die Nummer einer griechischen Rechnung (BT-1) hat sechs Teile, getrennt durch |.',
    'The number of a Greek invoice (BT-1) has six parts, separated by |.',
  ],
  [
    'GR-R-001-2',
    'Der erste Teil der Rechnungsnummer (BT-1) muss die Steuernummer des Verkäufers sein.',
    'The first part of the invoice number (BT-1) must be the seller’s tax number.',
  ],
  [
    'GR-R-001-3',
    'Der zweite Teil der Rechnungsnummer (BT-1) muss das Rechnungsdatum sein.',
    'The second part of the invoice number (BT-1) must be the date of issue.',
  ],
  [
    'GR-R-001-4',
    'Der dritte Teil der Rechnungsnummer (BT-1) muss eine ganze Zahl sein.',
    'The third part of the invoice number (BT-1) must be an integer.',
  ],
  [
    'GR-R-001-5',
    'Der vierte Teil der Rechnungsnummer (BT-1) muss eine griechische Belegart sein.',
    'The fourth part of the invoice number (BT-1) must be a Greek type of document.',
  ],
  [
    'GR-R-001-6',
    'Der fünfte Teil der Rechnungsnummer (BT-1) ist leer.',
    'The fifth part of the invoice number (BT-1) is empty.',
  ],
  [
    'GR-R-001-7',
    'Der sechste Teil der Rechnungsnummer (BT-1) ist leer.',
    'The sixth part of the invoice number (BT-1) is empty.',
  ],
  ['GR-R-002', 'Der Name des griechischen Lieferanten fehlt (BT-28).', 'The Greek supplier’s name is missing (BT-28).'],
  [
    'GR-R-003',
    'Die griechische Umsatzsteuernummer (BT-31) besteht aus EL und einer gültigen Steuernummer.',
    'The Greek VAT number (BT-31) consists of EL and a valid tax number.',
  ],
  [
    'GR-R-004-1',
    'Es fehlt die eine MARK-Nummer, die griechische Lieferanten angeben (BT-122).',
    'The one MARK number that Greek suppliers give is missing (BT-122).',
  ],
  [
    'GR-R-004-2',
    'Die MARK-Nummer (BT-122) muss eine positive Zahl sein.',
    'The MARK number (BT-122) must be a positive integer.',
  ],
  [
    'GR-R-005',
    'Griechische Lieferanten müssen den Namen des Käufers angeben (BT-45).',
    'Greek suppliers must give the buyer’s name (BT-45).',
  ],
  [
    'GR-R-006',
    'Die griechische Umsatzsteuernummer des Käufers fehlt oder ist falsch (BT-48).',
    'The buyer’s Greek VAT number is missing or wrong (BT-48).',
  ],
  [
    'GR-S-008-1',
    'Es sollte genau ein Link zur Rechnung angegeben sein (BT-124).',
    'Exactly one link to the invoice should be given (BT-124).',
  ],
  [
    'GR-R-008-2',
    'Es darf höchstens ein Link zur Rechnung angegeben sein (BT-124).',
    'At most one link to the invoice may be given (BT-124).',
  ],
  ['GR-R-008-3', 'Der Link zur Rechnung ist leer (BT-124).', 'The link to the invoice is empty (BT-124).'],
  [
    'GR-R-009',
    'Die elektronische Adresse des griechischen Lieferanten (BT-34) muss seine Steuernummer mit Schema 9933 sein.',
    'The Greek supplier’s electronic address (BT-34) must be its tax number with scheme 9933.',
  ],
  [
    'GR-R-010',
    'Die elektronische Adresse des griechischen Käufers (BT-49) muss seine Steuernummer mit Schema 9933 sein.',
    'The Greek buyer’s electronic address (BT-49) must be its tax number with scheme 9933.',
  ],
  [
    'GR-S-011',
    'Der griechische Lieferant sollte genau eine gültige Umsatzsteuernummer mit EL angeben (BT-31).',
    'The Greek supplier should give exactly one valid VAT number with EL (BT-31).',
  ],
  [
    'IS-R-001',
    'Isländische Lieferanten sollten nur die Rechnungsarten 380 und 381 verwenden (BT-3).',
    'Icelandic suppliers should use the invoice types 380 and 381 only (BT-3).',
  ],
  [
    'IS-R-002',
    'Die Kennitala des isländischen Lieferanten fehlt (BT-30, Schema 0196).',
    'The Icelandic supplier’s kennitala is missing (BT-30, scheme 0196).',
  ],
  [
    'IS-R-003',
    'Straße oder Postleitzahl des isländischen Lieferanten fehlen (BT-35, BT-38).',
    'The Icelandic supplier’s street or post code is missing (BT-35, BT-38).',
  ],
  [
    'IS-R-004',
    'Die Kennitala des isländischen Käufers fehlt (BT-47, Schema 0196).',
    'The Icelandic buyer’s kennitala is missing (BT-47, scheme 0196).',
  ],
  [
    'IS-R-005',
    'Straße oder Postleitzahl des isländischen Käufers fehlen (BT-50, BT-53).',
    'The Icelandic buyer’s street or post code is missing (BT-50, BT-53).',
  ],
  [
    'IS-R-006',
    'Zum Zahlungsweg 9 gehört in Island ein Konto mit zwölf Ziffern (BT-84).',
    'In Iceland payment means 9 needs an account of twelve digits (BT-84).',
  ],
  [
    'IS-R-007',
    'Zum Zahlungsweg 42 gehört in Island ein Konto mit zwölf Ziffern (BT-84).',
    'In Iceland payment means 42 needs an account of twelve digits (BT-84).',
  ],
  [
    'IS-R-008',
    'Der letzte Zahltag (EINDAGI, BT-122) muss die Form JJJJ-MM-TT haben.',
    'The last day of payment (EINDAGI, BT-122) must have the form YYYY-MM-DD.',
  ],
  [
    'IS-R-009',
    'Wer einen letzten Zahltag (EINDAGI) nennt, muss auch die Fälligkeit angeben (BT-9).',
    'Who names a last day of payment (EINDAGI) must also give the due date (BT-9).',
  ],
  [
    'IS-R-010',
    'Der letzte Zahltag (EINDAGI) darf nicht vor der Fälligkeit liegen (BT-9).',
    'The last day of payment (EINDAGI) must not be before the due date (BT-9).',
  ],
  [
    'NL-R-001',
    'Eine niederländische Gutschrift muss die Rechnung nennen, auf die sie sich bezieht (BT-25).',
    'A Dutch credit note must name the invoice that it refers to (BT-25).',
  ],
  [
    'NL-R-002',
    'Straße, Ort oder Postleitzahl des niederländischen Lieferanten fehlen (BT-35, BT-37, BT-38).',
    'The Dutch supplier’s street, city or post code is missing (BT-35, BT-37, BT-38).',
  ],
  [
    'NL-R-003',
    'Die Nummer des niederländischen Lieferanten (BT-30) muss KVK oder OIN sein.',
    'The Dutch supplier’s number (BT-30) must be KVK or OIN.',
  ],
  [
    'NL-R-004',
    'Straße, Ort oder Postleitzahl des niederländischen Käufers fehlen (BT-50, BT-52, BT-53).',
    'The Dutch buyer’s street, city or post code is missing (BT-50, BT-52, BT-53).',
  ],
  [
    'NL-R-005',
    'Die Nummer des niederländischen Käufers (BT-47) muss KVK oder OIN sein.',
    'The Dutch buyer’s number (BT-47) must be KVK or OIN.',
  ],
  [
    'NL-R-006',
    'Straße, Ort oder Postleitzahl des niederländischen Steuervertreters fehlen (BG-12).',
    'The Dutch tax representative’s street, city or post code is missing (BG-12).',
  ],
  [
    'NL-R-007',
    'Es fehlt, wie der niederländische Lieferant bezahlt werden soll (BG-16).',
    'It is missing how the Dutch supplier is to be paid (BG-16).',
  ],
  [
    'NL-R-008',
    'Der Zahlungsweg „{found}“ (BT-81) ist zwischen niederländischen Parteien nicht erlaubt.',
    'The payment means “{found}” (BT-81) is not allowed between Dutch parties.',
  ],
  [
    'NL-R-009',
    'Eine Position nennt eine Zeile der Bestellung, die Rechnung aber keine Bestellung (BT-13).',
    'A line names a line of an order, but the invoice names no order (BT-13).',
  ],
  ['DE-R-001', 'Es fehlt, wie bezahlt werden soll (BG-16).', 'It is missing how to pay (BG-16).'],
  ['DE-R-002', 'Der Ansprechpartner des Verkäufers fehlt (BG-6).', 'The seller’s contact is missing (BG-6).'],
  ['DE-R-003', 'Der Ort des Verkäufers fehlt (BT-37).', 'The seller’s city is missing (BT-37).'],
  ['DE-R-004', 'Die Postleitzahl des Verkäufers fehlt (BT-38).', 'The seller’s post code is missing (BT-38).'],
  ['DE-R-005', 'Der Name des Ansprechpartners fehlt (BT-41).', 'The contact’s name is missing (BT-41).'],
  [
    'DE-R-006',
    'Die Telefonnummer des Ansprechpartners fehlt (BT-42).',
    'The contact’s phone number is missing (BT-42).',
  ],
  [
    'DE-R-007',
    'Die E-Mail-Adresse des Ansprechpartners fehlt (BT-43).',
    'The contact’s mail address is missing (BT-43).',
  ],
  ['DE-R-008', 'Der Ort des Käufers fehlt (BT-52).', 'The buyer’s city is missing (BT-52).'],
  ['DE-R-009', 'Die Postleitzahl des Käufers fehlt (BT-53).', 'The buyer’s post code is missing (BT-53).'],
  ['DE-R-010', 'Der Ort der Lieferung fehlt (BT-77).', 'The city of delivery is missing (BT-77).'],
  ['DE-R-011', 'Die Postleitzahl der Lieferung fehlt (BT-78).', 'The post code of delivery is missing (BT-78).'],
  ['DE-R-014', 'Der Steuersatz fehlt (BT-119).', 'The VAT rate is missing (BT-119).'],
  ['DE-R-015', 'Die Leitweg-ID oder Referenz des Käufers fehlt (BT-10).', 'The buyer reference is missing (BT-10).'],
  [
    'DE-R-016',
    'Es fehlt eine Steuernummer des Verkäufers oder sein Steuervertreter (BT-31, BT-32, BG-11).',
    'A tax number of the seller or its tax representative is missing (BT-31, BT-32, BG-11).',
  ],
  [
    'DE-R-017',
    'Die Rechnungsart „{found}“ (BT-3) sollte in Deutschland nicht verwendet werden.',
    'The invoice type “{found}” (BT-3) should not be used in Germany.',
  ],
  [
    'DE-R-018',
    'Die Angaben zum Skonto haben nicht die vorgeschriebene Form (BT-20).',
    'The cash discount is not written in the required form (BT-20).',
  ],
  [
    'DE-R-019',
    'Das Konto des Zahlungsempfängers ist keine gültige IBAN (BT-84).',
    'The payee’s account is no valid IBAN (BT-84).',
  ],
  ['DE-R-020', 'Das belastete Konto ist keine gültige IBAN (BT-91).', 'The debited account is no valid IBAN (BT-91).'],
  ['DE-R-022', 'Zwei Anhänge haben denselben Dateinamen.', 'Two attachments have the same file name.'],
  ['DE-R-023-1', 'Zur Überweisung fehlt das Konto (BG-17).', 'The account for the credit transfer is missing (BG-17).'],
  [
    'DE-R-023-2',
    'Zur Überweisung dürfen weder Karte noch Lastschrift angegeben sein (BG-18, BG-19).',
    'A credit transfer goes with neither card nor direct debit (BG-18, BG-19).',
  ],
  ['DE-R-024-1', 'Zur Kartenzahlung fehlt die Karte (BG-18).', 'The card is missing (BG-18).'],
  [
    'DE-R-024-2',
    'Zur Kartenzahlung dürfen weder Überweisung noch Lastschrift angegeben sein (BG-17, BG-19).',
    'A card payment goes with neither credit transfer nor direct debit (BG-17, BG-19).',
  ],
  [
    'DE-R-025-1',
    'Zur Lastschrift fehlen ihre Angaben (BG-19).',
    'The details of the direct debit are missing (BG-19).',
  ],
  [
    'DE-R-025-2',
    'Zur Lastschrift dürfen weder Überweisung noch Karte angegeben sein (BG-17, BG-18).',
    'A direct debit goes with neither credit transfer nor card (BG-17, BG-18).',
  ],
  [
    'DE-R-026',
    'Eine korrigierte Rechnung (384) sollte die frühere nennen (BG-3).',
    'A corrected invoice (384) should name the earlier one (BG-3).',
  ],
  [
    'DE-R-027',
    'Die Telefonnummer „{found}“ (BT-42) hat weniger als drei Ziffern.',
    'The phone number “{found}” (BT-42) has fewer than three digits.',
  ],
  ['DE-R-028', 'Die E-Mail-Adresse „{found}“ (BT-43) ist keine.', 'The mail address “{found}” (BT-43) is none.'],
  [
    'DE-R-030',
    'Zur Lastschrift fehlt die Gläubigerkennung (BT-90).',
    'The creditor identifier for the direct debit is missing (BT-90).',
  ],
  [
    'DE-R-031',
    'Zur Lastschrift fehlt das belastete Konto (BT-91).',
    'The debited account for the direct debit is missing (BT-91).',
  ],
  [
    'DE-R-T02',
    'Der Verweis „{found}“ (BT-124) ist keine vollständige Adresse.',
    'The reference “{found}” (BT-124) is no absolute address.',
  ],
];

/** Short sentences for Peppol's rules, and one for what Factur-X asks of its elements. */
export const peppolSentences: readonly { readonly rules: string; readonly de: string; readonly en: string }[] = [
  ...billing.flatMap(([rule, de, en]) =>
    (rule === 'P01' ? exemptions : [rule]).map((id) => ({ rules: `PEPPOL-EN16931-${id}`, de, en })),
  ),
  ...schemes.map(([rule, de, en]) => ({
    rules: `PEPPOL-COMMON-${rule}`,
    de: `Die Kennung „{found}“ hat nicht die Form ihres Schemas (${de}).`,
    en: `The identifier “{found}” does not have the form of its scheme (${en}).`,
  })),
  ...national.map(([rules, de, en]) => ({ rules, de, en })),
  {
    rules: 'FX-SCH-',
    de: 'Ein Element fehlt, kommt zu oft vor oder hat einen Wert, den das Profil nicht kennt (gefunden: {found}).',
    en: 'An element is missing, stands there too often or has a value that the profile does not know (found: {found}).',
  },
];
