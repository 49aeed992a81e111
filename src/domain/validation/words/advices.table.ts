interface Advice {
  readonly de: string;
  readonly en: string;
}

/**
 * How a fault is mended, for whoever writes invoices with a program and has never seen a rule. Rules that are mended in
 * the same way share an advice.
 */
export const advices = {
  account: say(
    'Tragen Sie in den Stammdaten Ihrer Firma das Konto ein, auf das gezahlt werden soll (IBAN), und lassen Sie es in die Rechnung übernehmen.',
    'Enter the account to be paid to (IBAN) in your company’s master data, and let the invoice take it over.',
  ),
  accountingCurrency: say(
    'Geben Sie die Umsatzsteuer nur dann in einer zweiten Währung an, wenn Sie sie brauchen: dann Währung und Betrag, jeweils genau einmal. Sonst lassen Sie beides weg.',
    'Give VAT in a second currency only if you need it: then currency and amount, each exactly once. Leave out both otherwise.',
  ),
  allowance: say(
    'Öffnen Sie den Nachlass oder Zuschlag und geben Sie einen Betrag und einen Grund an, zum Beispiel „Mengenrabatt“ oder „Versandkosten“.',
    'Open the allowance or charge and give an amount and a reason, for example “volume discount” or “freight”.',
  ),
  attachment: say(
    'Prüfen Sie die Anhänge: jeder braucht eine Kennung, einen eigenen Dateinamen und höchstens eine Beschreibung. Hängen Sie mehrere Dateien einzeln an.',
    'Check the attachments: each needs a reference, a file name of its own and one description at most. Attach several files one by one.',
  ),
  attachmentType: say(
    'Hängen Sie die Datei in einem erlaubten Format an: PDF, PNG, JPEG, CSV, XLSX oder ODS.',
    'Attach the file in an allowed format: PDF, PNG, JPEG, CSV, XLSX or ODS.',
  ),
  baseQuantity: say(
    'Geben Sie bei der Position an, für wie viele Einheiten der Preis gilt: eine Zahl größer als null und dieselbe Einheit wie bei der Menge.',
    'State how many units the price of the line is for: a number above zero and the same unit as the quantity.',
  ),
  businessProcess: say(
    'Wählen Sie in Ihrem Rechnungsprogramm das Format XRechnung oder Peppol BIS Billing; dann setzt es den Geschäftsprozess selbst („urn:fdc:peppol.eu:2017:poacc:billing:01:1.0“).',
    'Choose XRechnung or Peppol BIS Billing as the format in your invoicing software; it then sets the business process itself (“urn:fdc:peppol.eu:2017:poacc:billing:01:1.0”).',
  ),
  buyerMaster: say(
    'Vervollständigen Sie in den Stammdaten den Kunden: Name, Straße, Postleitzahl, Ort und Land.',
    'Complete the customer’s master data: name, street, post code, city and country.',
  ),
  buyerNumbers: say(
    'Prüfen Sie in den Stammdaten des Kunden seine Register- und Steuernummer und deren Art.',
    'Check the customer’s registration and tax number and their kind in the master data.',
  ),
  buyerReference: say(
    'Fragen Sie den Erwerber nach seiner Referenz (bei Behörden ist es die Leitweg-ID) oder nach der Bestellnummer, und tragen Sie sie ein.',
    'Ask the buyer for its reference (with authorities the Leitweg-ID) or the order number, and enter it.',
  ),
  card: say(
    'Geben Sie zur Kartenzahlung die Kartennummer verkürzt an: höchstens die ersten sechs und die letzten vier Ziffern. Wurde nicht mit Karte gezahlt, wählen Sie eine andere Zahlungsart.',
    'For a card payment give a shortened card number: at most the first six and the last four digits. If no card was used, choose another payment means.',
  ),
  cleanVehicle: say(
    'Diese Angaben verlangt das Saubere-Fahrzeuge-Beschaffungs-Gesetz: Vertrag, Vergabenummer und je Fahrzeug seine Klasse (CVD) und ob es sauber ist (cva). Fragen Sie die Vergabestelle nach den Werten.',
    'The German law on the procurement of clean vehicles demands these: contract, tender reference and for each vehicle its class (CVD) and whether it is clean (cva). Ask the procuring authority for the values.',
  ),
  codeList: say(
    'Wählen Sie in Ihrem Rechnungsprogramm einen Wert aus der angebotenen Liste. Bietet es keine Liste an, hilft sein Hersteller mit dieser Meldung weiter.',
    'Choose a value from the list that your invoicing software offers. If it offers none, its maker can help with this message.',
  ),
  country: say(
    'Wählen Sie das Land in der Anschrift aus der Liste; gespeichert wird ein Kürzel mit zwei Buchstaben, zum Beispiel DE oder AT.',
    'Choose the country of the address from the list; it is stored as a code of two letters, for example DE or AT.',
  ),
  currency: say(
    'Wählen Sie die Währung aus der Liste; gespeichert wird ein Kürzel mit drei Buchstaben, zum Beispiel EUR.',
    'Choose the currency from the list; it is stored as a code of three letters, for example EUR.',
  ),
  danishPayment: say(
    'Prüfen Sie Konto, Registernummer der Bank und Zahlungsreferenz nach den dänischen Vorgaben für diese Zahlungsart.',
    'Check account, the bank’s registration number and payment reference by the Danish rules for this payment means.',
  ),
  dateForm: say(
    'Das liegt am Rechnungsprogramm: Es schreibt ein Datum in falscher Form in die Datei. Geben Sie diese Meldung an den Hersteller weiter.',
    'This is due to the invoicing software: it writes a date to the file in the wrong form. Pass this message on to its maker.',
  ),
  decimals: say(
    'Runden Sie den Betrag auf zwei Stellen nach dem Komma und berechnen Sie die Summen neu. Preise je Einheit dürfen mehr Stellen haben.',
    'Round the amount to two decimals and calculate the totals anew. Prices per unit may have more.',
  ),
  deliveryAddress: say(
    'Vervollständigen Sie die Lieferanschrift: Postleitzahl, Ort und Land. Ist sie die Anschrift des Erwerbers, lassen Sie sie weg – außer bei Lieferungen in ein anderes Land der EU.',
    'Complete the delivery address: post code, city and country. If it is the buyer’s address, leave it out, except for supplies to another EU country.',
  ),
  deliveryDate: say(
    'Geben Sie an, wann Sie geliefert oder geleistet haben: ein Datum oder einen Zeitraum von … bis.',
    'State when you delivered the goods or services: a date, or a period from … to.',
  ),
  directDebit: say(
    'Vervollständigen Sie die Angaben zur Lastschrift: Mandatsreferenz, Ihre Gläubiger-Identifikationsnummer und das Konto, das belastet wird. Soll überwiesen werden, wählen Sie die Zahlungsart Überweisung.',
    'Complete the direct debit: mandate reference, your creditor identifier and the account to be debited. If you want a transfer, choose credit transfer as payment means.',
  ),
  eInvoice: say(
    'Senden Sie die Datei, die Ihr Rechnungsprogramm als „XRechnung“ oder „ZUGFeRD“ ausgibt – nicht eine andere Ausgabe wie Buchungsdaten oder Bestellungen.',
    'Send the file that your invoicing software writes as “XRechnung” or “ZUGFeRD”, not another export such as bookings or orders.',
  ),
  electronicAddress: say(
    'Geben Sie die elektronische Adresse mit ihrer Art an, zum Beispiel Ihre E-Mail-Adresse mit der Art „EM“.',
    'Give the electronic address together with its kind, for example your email address with the kind “EM”.',
  ),
  emptyElement: say(
    'Füllen Sie das leere Feld in Ihrem Rechnungsprogramm aus. Ist dort keines leer, schreibt das Programm leere Elemente in die Datei: Geben Sie diese Meldung an den Hersteller weiter.',
    'Fill in the empty field in your invoicing software. If none is empty there, the software writes empty elements to the file: pass this message on to its maker.',
  ),
  encoding: say(
    'Stellen Sie in Ihrem Rechnungsprogramm die Zeichencodierung UTF-8 ein, erzeugen Sie die Datei neu, und öffnen und speichern Sie sie danach nicht in einem anderen Programm.',
    'Set the character encoding of your invoicing software to UTF-8, create the file anew, and do not open and save it in another program afterwards.',
  ),
  exemptionReason: say(
    'Geben Sie an, warum keine Umsatzsteuer berechnet wird, zum Beispiel „Steuerschuldnerschaft des Leistungsempfängers“ oder „Kleinunternehmer nach § 19 UStG“, und wählen Sie dazu einen passenden Code oder keinen.',
    'State why no VAT is charged, for example “reverse charge” or “small business, § 19 UStG”, and choose a fitting code or none.',
  ),
  fullProfile: say(
    'Erstellen Sie die Rechnung im Profil EN 16931 (auch COMFORT genannt), EXTENDED oder XRECHNUNG; MINIMUM und BASIC WL enthalten zu wenig.',
    'Create the invoice in the profile EN 16931 (also called COMFORT), EXTENDED or XRECHNUNG; MINIMUM and BASIC WL hold too little.',
  ),
  greekLink: say(
    'Geben Sie genau einen Link an, unter dem die Rechnung abgerufen werden kann.',
    'Give exactly one link where the invoice can be fetched.',
  ),
  greekMark: say(
    'Geben Sie die MARK-Nummer an, die Sie von myDATA erhalten haben, genau einmal und nur aus Ziffern.',
    'Give the MARK number that you got from myDATA, exactly once and of digits only.',
  ),
  greekNumber: say(
    'Bilden Sie die Rechnungsnummer aus sechs Teilen, getrennt durch „|“: Steuernummer, Datum, Zahl der Niederlassung, Belegart, Serie, Nummer.',
    'Make the invoice number of six parts, separated by “|”: tax number, date, number of the branch, type of document, series, number.',
  ),
  howOften: say(
    'Das liegt meist am Rechnungsprogramm: Es schreibt eine Angabe zu oft oder gar nicht in die Datei. Geben Sie diese Meldung mit der Zeilennummer an den Hersteller weiter.',
    'This is mostly due to the invoicing software: it writes something to the file too often or not at all. Pass this message with its line number on to the maker.',
  ),
  iban: say(
    'Prüfen Sie die IBAN auf Zahlendreher; eine deutsche hat 22 Stellen und beginnt mit DE.',
    'Check the IBAN for swapped digits; a German one has 22 characters and begins with DE.',
  ),
  icelandicDue: say(
    'Geben Sie Fälligkeit und letzten Zahltag (EINDAGI) an, beide als Datum und in dieser Reihenfolge.',
    'Give due date and last day of payment (EINDAGI), both as dates and in this order.',
  ),
  identifierForm: say(
    'Prüfen Sie die Kennung auf Tippfehler und ob die richtige Art dazu gewählt ist.',
    'Check the identifier for typing errors, and whether the right kind is chosen for it.',
  ),
  indicator: say(
    'Legen Sie bei dem Betrag fest, ob er ein Nachlass oder ein Zuschlag ist. Ist das längst geschehen, geben Sie diese Meldung an den Hersteller des Programms weiter.',
    'Choose whether the amount is an allowance or a charge. If that is done already, pass this message on to the maker of the software.',
  ),
  invoiceNumber: say(
    'Geben Sie der Rechnung genau eine Nummer, die Sie noch nie vergeben haben.',
    'Give the invoice exactly one number, one that you have never used before.',
  ),
  invoiceType: say(
    'Wählen Sie die passende Rechnungsart: Rechnung (380), Rechnungskorrektur (384) oder Gutschrift (381).',
    'Choose the fitting type: invoice (380), corrected invoice (384) or credit note (381).',
  ),
  issueDate: say(
    'Geben Sie genau ein Datum an, an dem Sie die Rechnung ausgestellt haben.',
    'Give exactly one date on which you issued the invoice.',
  ),
  itemAttribute: say(
    'Geben Sie zu jeder Eigenschaft des Artikels einen Namen und genau einen Wert an, zum Beispiel „Farbe“ und „rot“, oder lassen Sie die Eigenschaft weg.',
    'Give each attribute of the item a name and exactly one value, for example “colour” and “red”, or leave out the attribute.',
  ),
  itemClassification: say(
    'Wählen Sie zur Warengruppe das Verzeichnis, aus dem sie stammt (zum Beispiel CPV oder UNSPSC), mit seiner Version, oder lassen Sie die Warengruppe weg.',
    'Choose the list that the classification is from (for example CPV or UNSPSC), with its version, or leave out the classification.',
  ),
  itemIdentifier: say(
    'Wählen Sie zur Standardnummer des Artikels ihre Art (für GTIN und EAN: 0160), oder lassen Sie die Nummer weg.',
    'Choose the kind of the item’s standard identifier (0160 for GTIN and EAN), or leave out the number.',
  ),
  leaveOut: say(
    'Das liegt meist am Rechnungsprogramm. Die Angabe wird nicht gelesen; was wichtig ist, gehört in ein anderes Feld oder in die Bemerkung.',
    'This is mostly due to the invoicing software. The information is not read; what matters belongs in another field or in the note.',
  ),
  leitwegId: say(
    'Tragen Sie die Leitweg-ID der Behörde ein (Feld „Leitweg-ID“, „Buyer Reference“ oder „Referenz des Erwerbers“). Sie steht im Auftrag; sonst fragen Sie die Behörde danach.',
    'Enter the authority’s Leitweg-ID (field “Leitweg-ID” or “buyer reference”). It stands in the order; otherwise ask the authority for it.',
  ),
  line: say(
    'Öffnen Sie die Position und ergänzen Sie, was fehlt: Bezeichnung, Menge, Einheit, Preis und Nettobetrag.',
    'Open the line and fill in what is missing: name, quantity, unit, price and net amount.',
  ),
  lineAmount: say(
    'Rechnen Sie die Position nach: Menge mal Preis (geteilt durch die Menge, für die der Preis gilt) plus Zuschläge minus Nachlässe, auf zwei Stellen gerundet.',
    'Check the line: quantity times price (divided by the quantity that the price is for) plus charges minus allowances, rounded to two decimals.',
  ),
  linePeriod: say(
    'Setzen Sie den Zeitraum der Position so, dass er im Abrechnungszeitraum der Rechnung liegt, oder passen Sie diesen an.',
    'Set the period of the line within the invoicing period of the invoice, or change the latter.',
  ),
  link: say(
    'Schreiben Sie die Adresse der Unterlage vollständig, zum Beispiel https://www.beispiel.de/unterlage.pdf.',
    'Write the address of the document in full, for example https://www.example.com/document.pdf.',
  ),
  localAccount: say(
    'Prüfen Sie das Konto: Anzahl der Stellen, nur Ziffern, ohne Leerzeichen und Striche.',
    'Check the account: number of characters, digits only, no blanks or hyphens.',
  ),
  negativeAmount: say(
    'Schreiben Sie Beträge einer Gutschrift positiv; dass gutgeschrieben wird, sagt schon die Art des Dokuments.',
    'Write the amounts of a credit note as positive ones; the type of the document says already that it credits.',
  ),
  negativePrice: say(
    'Preise sind nie negativ. Für eine Rücknahme oder Minderung geben Sie die Menge negativ an, oder Sie verwenden einen Nachlass.',
    'Prices are never negative. For a return or reduction give a negative quantity, or use an allowance.',
  ),
  noExemptionReason: say(
    'Löschen Sie den Befreiungsgrund, oder wählen Sie die Umsatzsteuerkategorie, zu der er gehört.',
    'Delete the exemption reason, or choose the VAT category that it belongs to.',
  ),
  note: say(
    'Fassen Sie Ihre Bemerkungen in einer zusammen, und lassen Sie keine leer.',
    'Put your notes together in one, and leave none empty.',
  ),
  noteSubject: say(
    'Beginnen Sie die Bemerkung nicht mit „#…#“, oder setzen Sie zwischen die Zeichen einen Betreff aus der Liste (zum Beispiel AAI).',
    'Do not begin the note with “#…#”, or put a subject from the list between the signs (for example AAI).',
  ),
  notSubject: say(
    'Ist die ganze Rechnung nicht steuerbar, wählen Sie überall die Kategorie O und lassen Sie Umsatzsteuer-Identifikationsnummern weg. Sonst wählen Sie statt O die passende Kategorie, zum Beispiel E für steuerbefreit.',
    'If the whole invoice is not subject to VAT, choose the category O everywhere and leave out VAT identifiers. Otherwise choose the fitting category instead of O, for example E for exempt.',
  ),
  objectReference: say(
    'Nennen Sie höchstens ein Objekt (zum Beispiel eine Zählernummer oder ein Fahrzeug) und schreiben Sie weitere in die Bemerkung.',
    'Name one object at most (for example a meter or a vehicle) and write others in the note.',
  ),
  documentType: say(
    'Geben Sie bei Anhängen weder Art noch Schema der Kennung an; das sieht nur der Verweis auf das abgerechnete Objekt vor (Art 130), zum Beispiel auf einen Zähler.',
    'Give neither type nor scheme of the identifier with attachments; only the reference to the invoiced object has them (type 130), for example to a meter.',
  ),
  oneContact: say(
    'Geben Sie entweder einen Ansprechpartner oder eine Abteilung an.',
    'Give either a person or a department.',
  ),
  oneCurrency: say(
    'Schreiben Sie alle Beträge in der Währung der Rechnung.',
    'Write all amounts in the currency of the invoice.',
  ),
  onePaymentMeans: say(
    'Entscheiden Sie sich für eine Zahlungsart – Überweisung, Karte oder Lastschrift – und löschen Sie die Angaben zu den anderen.',
    'Decide on one payment means (credit transfer, card or direct debit) and delete the details of the others.',
  ),
  orderReference: say(
    'Tragen Sie die Nummer der Bestellung in die Rechnung ein.',
    'Enter the number of the order in the invoice.',
  ),
  partyScheme: say(
    'Wählen Sie zur Kennung ihre Art aus der Liste (zum Beispiel 0088 für eine GLN, 0204 für eine Leitweg-ID), oder lassen Sie die Art weg.',
    'Choose the kind of the identifier from the list (for example 0088 for a GLN, 0204 for a Leitweg-ID), or leave out the kind.',
  ),
  payee: say(
    'Geben Sie einen Zahlungsempfänger nur an, wenn jemand anderes als Sie das Geld bekommt, und dann mit Namen. Sonst löschen Sie ihn.',
    'Give a payee only if somebody else than you gets the money, and then by name. Delete it otherwise.',
  ),
  paymentMeans: say(
    'Wählen Sie in der Rechnung die Zahlungsart, zum Beispiel SEPA-Überweisung (58), und geben Sie dazu Ihr Konto an.',
    'Choose the payment means of the invoice, for example SEPA credit transfer (58), and give your account with it.',
  ),
  reasonAndCode: say(
    'Wählen Sie Grund und Code des Nachlasses oder Zuschlags so, dass beide dasselbe sagen, oder lassen Sie den Code weg.',
    'Choose reason and code of the allowance or charge so that both say the same, or leave out the code.',
  ),
  swedishPayment: say(
    'Wählen Sie die Zahlungsart 30; bei Bankgiro oder Plusgiro nennen Sie als Bank SE:BANKGIRO oder SE:PLUSGIRO.',
    'Choose payment means 30; for Bankgiro or Plusgiro name SE:BANKGIRO or SE:PLUSGIRO as the bank.',
  ),
  tenderReference: say(
    'Nennen Sie höchstens eine Vergabe oder ein Los und schreiben Sie weitere in die Bemerkung.',
    'Name one tender or lot at most and write others in the note.',
  ),
  tradingName: say(
    'Tragen Sie in den Stammdaten Ihrer Firma auch den Handelsnamen ein; steht dort nichts anderes, wiederholen Sie den Namen, unter dem Sie eingetragen sind.',
    'Enter the trading name in your company’s master data as well; where it is no other, repeat the name that you are registered by.',
  ),
  paymentTerms: say(
    'Geben Sie an, bis wann zu zahlen ist: ein Datum oder einen Text wie „30 Tage netto“.',
    'State until when to pay: a date, or a text such as “30 days net”.',
  ),
  percentage: say(
    'Geben Sie beim Nachlass oder Zuschlag Grundbetrag und Prozentsatz zusammen an, so dass ihr Produkt der Betrag ist – oder nur den Betrag.',
    'Give base amount and percentage of the allowance or charge together, so that their product is the amount, or the amount alone.',
  ),
  period: say(
    'Prüfen Sie Beginn und Ende des Zeitraums: Mindestens eines muss dastehen, und das Ende darf nicht vor dem Beginn liegen.',
    'Check start and end of the period: one of them at least must be there, and the end must not be before the start.',
  ),
  precedingInvoice: say(
    'Tragen Sie die Nummer der Rechnung ein, die Sie berichtigen oder gutschreiben.',
    'Enter the number of the invoice that you correct or credit.',
  ),
  price: say(
    'Prüfen Sie den Preis der Position: Nettopreis = Bruttopreis minus Nachlass, beide für dieselbe Menge und Einheit. Zuschläge gehören an die Position.',
    'Check the price of the line: net price = gross price minus discount, both for the same quantity and unit. Charges belong to the line.',
  ),
  profileElement: say(
    'Ergänzen Sie die Angabe in Ihrem Rechnungsprogramm, oder lassen Sie sie weg, wenn sie doppelt ist. Ist dort alles richtig, geben Sie diese Meldung an den Hersteller weiter.',
    'Fill in the information in your invoicing software, or remove it if it is there twice. If everything is right there, pass this message on to the maker.',
  ),
  project: say(
    'Nennen Sie nur ein Projekt, und schreiben Sie weitere in die Bemerkung.',
    'Name one project only, and write others in the note.',
  ),
  reasonCode: say(
    'Wählen Sie den Code aus der Liste, oder löschen Sie ihn und schreiben Sie den Grund als Text.',
    'Choose the code from the list, or delete it and write the reason as text.',
  ),
  sellerContact: say(
    'Tragen Sie in den Stammdaten Ihrer Firma einen Ansprechpartner mit Telefonnummer und E-Mail-Adresse ein, den man zu Rechnungen fragen kann.',
    'Enter a contact with telephone number and email address in your company’s master data, whom one may ask about invoices.',
  ),
  sellerMaster: say(
    'Vervollständigen Sie die Stammdaten Ihrer Firma: Name, Straße, Postleitzahl, Ort und Land.',
    'Complete your company’s master data: name, street, post code, city and country.',
  ),
  sellerNumbers: say(
    'Tragen Sie in den Stammdaten Ihrer Firma die Umsatzsteuer-Identifikationsnummer oder die Steuernummer ein und prüfen Sie sie auf Tippfehler.',
    'Enter your VAT identifier or tax number in your company’s master data, and check it for typing errors.',
  ),
  skonto: say(
    'Schreiben Sie Skonto so, jede Angabe in einer eigenen Zeile: #SKONTO#TAGE=14#PROZENT=2.00# – mit Punkt, zwei Nachkommastellen und Zeilenumbruch am Ende. Das Zeichen # darf sonst nicht am Zeilenanfang stehen.',
    'Write a cash discount like this, each in a line of its own: #SKONTO#TAGE=14#PROZENT=2.00# with a point, two decimals and a line break at the end. No other line may begin with #.',
  ),
  smallerFile: say(
    'Teilen Sie die Rechnung auf, oder verkleinern Sie die Anhänge, zum Beispiel durch eine geringere Auflösung der eingescannten Seiten.',
    'Split the invoice, or make the attachments smaller, for example by a lower resolution of scanned pages.',
  ),
  specification: say(
    'Wählen Sie als Ausgabeformat XRechnung 3.0; Ihr Rechnungsprogramm setzt dann die richtige Spezifikation. Ältere Fassungen brauchen ein Update.',
    'Choose XRechnung 3.0 as the output format; your invoicing software then sets the right specification. Older versions need an update.',
  ),
  splitPayment: say(
    'Wählen Sie eine andere Umsatzsteuerkategorie; für Rechnungen nach Deutschland meist S (regelbesteuert).',
    'Choose another VAT category; for invoices to Germany mostly S (standard rated).',
  ),
  structure: say(
    'Das liegt meist am Rechnungsprogramm oder daran, dass die Datei von Hand geändert wurde. Erzeugen Sie sie neu; bleibt der Fehler, geben Sie diese Meldung mit der Zeilennummer an den Hersteller weiter.',
    'This is mostly due to the invoicing software, or to changes made by hand. Create the file anew; if the fault remains, pass this message with its line number on to the maker.',
  ),
  subLines: say(
    'Prüfen Sie die Unterpositionen: Jede braucht eine vorhandene übergeordnete Position und eine Umsatzsteuerkategorie, und zusammen ergeben sie deren Nettobetrag.',
    'Check the sub-lines: each needs an existing line above it and one VAT category, and together they make its net amount.',
  ),
  taxRepresentative: say(
    'Geben Sie einen Steuervertreter nur an, wenn Sie einen haben, und dann mit Name, Anschrift und Umsatzsteuer-Identifikationsnummer. Sonst löschen Sie ihn.',
    'Give a tax representative only if you have one, and then with name, address and VAT identifier. Delete it otherwise.',
  ),
  thirdParty: say(
    'Geben Sie zu jeder Forderung eines Dritten Art, Betrag und Beschreibung an.',
    'Give type, amount and description of each third party payment.',
  ),
  totals: say(
    'Lassen Sie Ihr Rechnungsprogramm die Summen neu berechnen und ändern Sie sie nicht von Hand. Stimmen sie dort, rundet das Programm falsch: Geben Sie diese Meldung an den Hersteller weiter.',
    'Let your invoicing software calculate the totals anew and do not change them by hand. If they are right there, the software rounds wrongly: pass this message on to its maker.',
  ),
  unit: say(
    'Wählen Sie die Einheit aus der Liste Ihres Rechnungsprogramms; gespeichert wird ein Code, zum Beispiel C62 (Stück), HUR (Stunde), KGM (Kilogramm).',
    'Choose the unit from the list of your invoicing software; it is stored as a code, for example C62 (piece), HUR (hour), KGM (kilogram).',
  ),
  valueForm: say(
    'Prüfen Sie den Wert: Zahlen stehen mit Punkt und ohne Tausenderzeichen da, ein Datum als Jahr-Monat-Tag. Ist er in Ihrem Rechnungsprogramm richtig, geben Sie diese Meldung an den Hersteller weiter.',
    'Check the value: numbers have a point and no thousands separator, a date is year-month-day. If it is right in your invoicing software, pass this message on to the maker.',
  ),
  vatBreakdown: say(
    'Lassen Sie Ihr Rechnungsprogramm die Umsatzsteuer neu berechnen: je Steuerkategorie und Steuersatz eine Zeile mit Nettobetrag, Satz und Steuerbetrag.',
    'Let your invoicing software calculate VAT anew: one entry for each VAT category and rate, with net amount, rate and tax amount.',
  ),
  vatCategory: say(
    'Wählen Sie die Umsatzsteuerkategorie: S für 19 % und 7 %, E für steuerbefreit (auch Kleinunternehmer), AE wenn der Erwerber die Steuer schuldet.',
    'Choose the VAT category: S for 19 % and 7 %, E for exempt (small businesses too), AE if the buyer owes the tax.',
  ),
  vatIdentifier: say(
    'Schreiben Sie die Umsatzsteuer-Identifikationsnummer mit dem Kürzel des Landes davor, zum Beispiel DE123456789. Ihre Steuernummer vom Finanzamt gehört in das Feld „Steuernummer“.',
    'Write the VAT identifier with the code of its country before it, for example DE123456789. The number from your tax office belongs in the field “tax number”.',
  ),
  vatNumbers: say(
    'Ergänzen Sie die fehlende Nummer in den Stammdaten Ihrer Firma oder des Kunden, oder wählen Sie die Umsatzsteuerkategorie, die wirklich zutrifft.',
    'Fill in the missing number in the master data of your company or of the customer, or choose the VAT category that really applies.',
  ),
  vatPoint: say(
    'Geben Sie für den Zeitpunkt der Umsatzsteuer entweder ein Datum oder einen Code an (3, 35 oder 432) – meist ist beides entbehrlich.',
    'Give either a date or a code (3, 35 or 432) for the VAT point; mostly neither is needed.',
  ),
  vatRate: say(
    'Prüfen Sie Steuersatz und Umsatzsteuerkategorie zusammen: S hat einen Satz größer als null (19 oder 7), E, AE, K, G und Z haben 0, O hat keinen.',
    'Check VAT rate and category together: S has a rate above zero (19 or 7), E, AE, K, G and Z have 0, O has none.',
  ),
  wholeFile: say(
    'Die Datei ist leer, unvollständig oder beschädigt angekommen. Erzeugen Sie sie in Ihrem Rechnungsprogramm neu und senden Sie sie unverändert.',
    'The file arrived empty, incomplete or damaged. Create it anew in your invoicing software and send it unchanged.',
  ),
} as const satisfies Readonly<Record<string, Advice>>;

export type AdviceName = keyof typeof advices;

function say(de: string, en: string): Advice {
  return { de, en };
}
