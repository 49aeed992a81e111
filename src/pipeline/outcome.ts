import type { Refusal as DecisionRefusal } from '../domain/approval/refusals.js';

/**
 * What a use case answers: done, or refused with a reason that callers can show. A refusal is an answer, not an error;
 * exceptions are for what nobody foresaw.
 */
export type Outcome<T> =
  { readonly kind: 'done'; readonly value: T } | { readonly kind: 'refused'; readonly refusal: Refusal };

export type Refusal = DecisionRefusal | PipelineRefusal;

interface PipelineRefusal {
  readonly code: keyof typeof pipelineRefusals;
  readonly values: Readonly<Record<string, string>>;
}

/** Refusals that are no decision's: their sentences in both languages. `{name}` stands for a value. */
export const pipelineRefusals = {
  notFound: {
    de: 'Das gibt es hier nicht (mehr). Bitte prüfen Sie die Adresse oder laden Sie die Liste neu.',
    en: 'There is no such thing here (any more). Check the address, or reload the list.',
  },
  staleVersion: {
    de: 'Die Rechnung hat sich geändert, während Sie sie ansahen (Ihre Fassung: {seen}, jetzt: {current}). Bitte laden Sie sie neu und entscheiden Sie dann.',
    en: 'The invoice changed while you were reading it (you saw version {seen}, now it is {current}). Reload it, then decide.',
  },
  keyInUse: {
    de: 'Unter diesem Idempotency-Key läuft gerade derselbe Aufruf. Bitte warten Sie einen Augenblick und wiederholen Sie ihn unverändert.',
    en: 'A call under this Idempotency-Key is just under way. Wait a moment and repeat it unchanged.',
  },
  keyReused: {
    de: 'Dieser Idempotency-Key wurde schon für einen anderen Inhalt benutzt. Bitte verwenden Sie für jeden neuen Aufruf einen neuen Schlüssel.',
    en: 'This Idempotency-Key was used for another content before. Use a new key for every new call.',
  },
  fileTooLarge: {
    de: '„{fileName}“ ist größer als die erlaubten {limit}. Es wurde nichts angenommen. Bitte verkleinern Sie die Datei oder teilen Sie die Zustellung auf.',
    en: '“{fileName}” is larger than the allowed {limit}. Nothing was taken in. Make the file smaller, or split the delivery.',
  },
  deliveryTooLarge: {
    de: 'Die Zustellung ist größer als die erlaubten {limit}. Es wurde nichts angenommen. Bitte teilen Sie sie auf.',
    en: 'The delivery is larger than the allowed {limit}. Nothing was taken in. Please split it.',
  },
  tooManyParts: {
    de: 'Die Zustellung hat mehr als {limit} Dateien. Es wurde nichts angenommen. Bitte teilen Sie sie auf.',
    en: 'The delivery holds more than {limit} files. Nothing was taken in. Please split it.',
  },
  nothingSent: {
    de: 'Die Zustellung enthält keine Datei. Bitte fügen Sie mindestens eine Rechnung bei.',
    en: 'The delivery holds no file. Please attach at least one invoice.',
  },
  queryClosed: {
    de: 'Diese Rückfrage wartet nicht mehr auf eine Antwort. Es wurde nichts angenommen.',
    en: 'This question waits for no answer any more. Nothing was taken in.',
  },
  emptyFile: {
    de: '„{fileName}“ ist leer. Es wurde nichts angenommen. Bitte prüfen Sie die Datei.',
    en: '“{fileName}” is empty. Nothing was taken in. Please check the file.',
  },
  nameTooLong: {
    de: 'Ein Dateiname ist länger als 255 Byte. Es wurde nichts angenommen. Bitte kürzen Sie ihn.',
    en: 'A file name is longer than 255 bytes. Nothing was taken in. Please shorten it.',
  },
  concurrentChange: {
    de: 'Jemand hat im selben Augenblick dasselbe geändert. Es wurde nichts gespeichert; bitte laden Sie neu und versuchen Sie es noch einmal.',
    en: 'Somebody changed the same thing at the same moment. Nothing was stored; reload and try again.',
  },
  alreadyThere: {
    de: '„{name}“ gibt es schon. Bitte wählen Sie etwas anderes.',
    en: '“{name}” exists already. Choose something else.',
  },
  secondPersonNeeded: {
    de: 'Das muss eine zweite Person bestätigen; vorgeschlagen haben es Sie selbst.',
    en: 'A second person has to confirm this; it was you who proposed it.',
  },
  proposerMayNot: {
    de: 'Wer das vorgeschlagen hat, verwaltet den Mandanten nicht mehr. Bitte ziehen Sie den Vorschlag zurück, und schlagen Sie ihn selbst vor, wenn Sie ihn richtig finden.',
    en: 'Whoever proposed this does not administer the tenant any more. Withdraw the proposal, and propose it yourself if you find it right.',
  },
  ownAffairsOnly: {
    de: 'Das trägt die Person selbst oder die Mandantenadministration ein. Bitte wenden Sie sich an eine von beiden.',
    en: 'This is entered by the person themself or by a tenant administrator. Turn to one of them.',
  },
  deputyMayNot: {
    de: 'Wer vertritt, trägt die Abwesenheit nicht selbst ein und bestätigt die Vertretung nicht selbst: Damit gäbe man sich eigene Rechte. Bitte lassen Sie das eine andere Person tun.',
    en: 'Who stands in enters no absence and confirms no deputyship of their own: that would be giving oneself rights. Let another person do it.',
  },
  ownDeputy: {
    de: 'Niemand vertritt sich selbst. Bitte wählen Sie eine andere Person.',
    en: 'Nobody stands in for themself. Choose another person.',
  },
  pastAbsence: {
    de: 'Diese Tage sind vorbei. Bitte wählen Sie einen Zeitraum, der heute oder später endet.',
    en: 'These days are over. Choose a period that ends today or later.',
  },
  tooFarAway: {
    de: 'Der Zeitraum ist länger als {days} Tage. Bitte wählen Sie einen kürzeren.',
    en: 'The period is longer than {days} days. Choose a shorter one.',
  },
  tooManyEntries: {
    de: 'Es sind schon {limit} Einträge dieser Art offen. Bitte beenden Sie zuerst einen, der nicht mehr gebraucht wird.',
    en: 'There are {limit} open entries of this kind already. End one first that is not needed any more.',
  },
  proposalWaiting: {
    de: 'Hier wartet schon ein Vorschlag auf eine zweite Person. Es wurde nichts gespeichert. Bitte lassen Sie ihn bestätigen, oder ziehen Sie ihn zurück.',
    en: 'A proposal waits for a second person here already. Nothing was stored. Have it confirmed, or withdraw it.',
  },
  holdsAlready: {
    de: 'Das gilt schon genau so; es gibt nichts vorzuschlagen.',
    en: 'This holds exactly like that already; there is nothing to propose.',
  },
  administratorsOnly: {
    de: 'Das darf nur die Mandantenverwaltung. Bitte wenden Sie sich an sie.',
    en: 'Only the tenant administration may do this. Please ask them.',
  },
  signInRefused: {
    de: 'Anmeldename oder Kennwort stimmt nicht, oder der Zugang ist vorübergehend gesperrt. Bitte versuchen Sie es später noch einmal.',
    en: 'Login or password is wrong, or the access is locked for a while. Please try again later.',
  },
  passwordTooShort: {
    de: 'Das Kennwort braucht mindestens {limit} Zeichen.',
    en: 'The password needs at least {limit} characters.',
  },
  codeRefused: {
    de: 'Der Code stimmt nicht, wurde schon benutzt, oder nach zu vielen Versuchen ruht die Eingabe. Bitte warten Sie auf den nächsten Code; hilft das nicht, versuchen Sie es nach einigen Minuten noch einmal.',
    en: 'The code is wrong, has been used, or entering rests after too many tries. Wait for the next code; if that does not help, try again in some minutes.',
  },
  noSecondFactor: {
    de: 'Für Sie ist kein zweiter Faktor eingerichtet. Bitte richten Sie in Ihrem Profil einen ein.',
    en: 'No second factor is set up for you. Set one up in your profile.',
  },
  freshFactorNeeded: {
    de: 'Dafür müssen Sie Ihren zweiten Faktor gerade eben bestätigt haben. Bitte geben Sie einen neuen Code ein; ist noch keiner eingerichtet, richten Sie ihn in Ihrem Profil ein.',
    en: 'For this you must have proved your second factor just now. Enter a new code; if you have none yet, set it up in your profile.',
  },
  passwordTooLong: {
    de: 'Das Kennwort darf höchstens {limit} Zeichen haben.',
    en: 'The password may have {limit} characters at most.',
  },
  passwordTooCommon: {
    de: 'Dieses Kennwort ist zu leicht zu erraten: Es steht auf der Liste häufiger Kennwörter oder besteht aus wenigen Zeichen. Bitte wählen Sie einen Satz aus mehreren Wörtern.',
    en: 'This password is too easy to guess: it is on the list of common ones, or made of few characters. Choose a sentence of several words.',
  },
  passwordIsName: {
    de: 'Dieses Kennwort besteht fast nur aus Ihrem Namen oder dem Ihrer Behörde. Bitte wählen Sie einen Satz aus anderen Wörtern.',
    en: 'This password is little more than your name or that of your authority. Choose a sentence of other words.',
  },
  passwordUnchanged: {
    de: 'Das neue Kennwort ist das alte. Bitte wählen Sie ein anderes.',
    en: 'The new password is the old one. Choose another.',
  },
  notAskedFor: {
    de: 'Diese Entscheidung nimmt die Angabe „{what}“ nicht. Bitte lassen Sie sie weg, oder leiten Sie die Rechnung weiter.',
    en: 'This decision does not take “{what}”. Leave it out, or forward the invoice.',
  },
  sameInvoice: {
    de: 'Das ist dieselbe Rechnung. Bitte nennen Sie die andere.',
    en: 'That is the same invoice. Name the other one.',
  },
  lineUnencrypted: {
    de: 'Zu „{host}“ gingen Kennwort und Mails unverschlüsselt durch das Netz. Bitte wählen Sie TLS oder STARTTLS, oder erlauben Sie es ausdrücklich.',
    en: 'Password and mails would cross the network to “{host}” in the clear. Choose TLS or STARTTLS, or allow it expressly.',
  },
  mailHostForbidden: {
    de: '„{host}“ liegt nicht im öffentlichen Netz. Dorthin verbindet sich Eingang nur, wenn der Betrieb den Server freigibt (EINGANG_MAIL_HOSTS_ALLOWED). Es wurde nichts gespeichert.',
    en: '“{host}” does not lie in the public network. Eingang connects there only if whoever runs it allows the server (EINGANG_MAIL_HOSTS_ALLOWED). Nothing was stored.',
  },
  mailPortForbidden: {
    de: 'Port {port} von „{host}“ gehört nicht zu Mail. Üblich sind 993 oder 143 (IMAP) und 465, 587 oder 25 (SMTP); einen anderen muss der Betrieb freigeben (EINGANG_MAIL_HOSTS_ALLOWED). Es wurde nichts gespeichert.',
    en: 'Port {port} of “{host}” is none of mail. Usual are 993 or 143 (IMAP) and 465, 587 or 25 (SMTP); whoever runs Eingang has to allow another (EINGANG_MAIL_HOSTS_ALLOWED). Nothing was stored.',
  },
  moveToSameFolder: {
    de: 'Angenommene Mails können nicht in den Ordner verschoben werden, aus dem sie kommen („{folder}“). Bitte nennen Sie einen anderen.',
    en: 'Mails taken in cannot be moved to the folder that they come from (“{folder}”). Name another one.',
  },
  secretNeeded: {
    de: 'Für einen anderen Server oder eine Leitung ohne Verschlüsselung muss das Kennwort neu eingegeben werden.',
    en: 'For another server, or a line without encryption, the password has to be entered again.',
  },
  leitwegIdInvalid: {
    de: '„{leitwegId}“ ist keine Leitweg-ID: Bitte prüfen Sie Aufbau und Prüfziffern.',
    en: '“{leitwegId}” is no Leitweg-ID: check its form and its check digits.',
  },
  expiryPast: {
    de: 'Ein Schlüssel, der schon abgelaufen ist ({expiresAt}), öffnet nichts. Bitte wählen Sie einen Zeitpunkt in der Zukunft.',
    en: 'A key that has expired already ({expiresAt}) opens nothing. Choose a time in the future.',
  },
  lastAdministrators: {
    de: 'Ohne diese Befugnis bliebe weniger als zwei Personen die Mandantenverwaltung. Bitte setzen Sie zuerst eine weitere Person ein.',
    en: 'Without this grant fewer than two people would be left to administer the tenant. Appoint another person first.',
  },
  captureNotUsable: {
    de: 'So lassen sich die erfassten Angaben nicht übernehmen: {places}. Bitte vergleichen Sie sie mit dem Dokument.',
    en: 'The captured terms cannot be taken like this: {places}. Please compare them with the document.',
  },
  conditionsNotUsable: {
    de: 'Die Bedingungen der Regel sind nicht verwendbar: {places}. Es wurde nichts gespeichert.',
    en: 'The conditions of the rule cannot be used: {places}. Nothing was stored.',
  },
  ruleTooBroad: {
    de: 'Die Regel würde fast alles in dieses Amt führen. Bitte nennen Sie einen Verkäufer, eine Bestellung, einen Absender oder eine Kostenstelle; breitere Regeln legt die Administration an.',
    en: 'The rule would lead nearly everything to this department. Name a seller, an order, a mail sender or a cost centre; broader rules are for administrators to make.',
  },
  notAllCompared: {
    de: 'Es gibt {count} weitere Rechnungen, die dieser gleichen und die Sie nicht verglichen haben. Bitte laden Sie neu und vergleichen Sie alle; was Sie nicht sehen dürfen, muss jemand entscheiden, der es sieht.',
    en: 'There are {count} more invoices like this one that you have not compared. Reload and compare them all; what you may not see must be decided by somebody who does.',
  },
  ruleDoesNotHold: {
    de: 'Diese Rechnung käme durch die Regel nicht zu diesem Amt: Die Bedingungen treffen nicht zu, oder die Leitweg-ID oder eine frühere Regel entscheidet vorher. Bitte ändern Sie die Bedingungen, oder ordnen Sie nur zu.',
    en: 'The rule would not bring this invoice to that department: its conditions do not hold, or the Leitweg-ID or an earlier rule decides before. Change the conditions, or route only.',
  },
  changedMeanwhile: {
    de: 'Jemand hat das geändert, während Sie es ansahen (Ihre Fassung: {seen}, jetzt: {current}). Es wurde nichts gespeichert. Bitte laden Sie den neuen Stand.',
    en: 'Somebody changed this while you were reading it (you saw version {seen}, now it is {current}). Nothing was stored. Load the present state.',
  },
  counterNeedsTexts: {
    de: 'Der Schalter kann erst öffnen, wenn Impressum, Datenschutzerklärung und Erklärung zur Barrierefreiheit hinterlegt sind, und solange er offen ist, kann keine davon fehlen.',
    en: 'The counter can open only once imprint, privacy notice and accessibility statement are there, and while it is open none of them may be missing.',
  },
  counterClosed: {
    de: 'Der Schalter ist zurzeit geschlossen. Es wurde nichts angenommen. Warum und was Sie tun können, steht auf der Seite des Schalters.',
    en: 'The counter is closed at the moment. Nothing was taken in. Its page says why, and what you can do.',
  },
  addressQuotaUsed: {
    de: 'Von Ihrem Anschluss kamen heute schon {limit} Zustellungen, mehr nimmt der Schalter an einem Tag nicht an. Es wurde nichts angenommen. Bitte kommen Sie morgen wieder, oder senden Sie die Rechnung auf einem anderen Weg.',
    en: 'Your connection has brought {limit} deliveries today, and the counter takes no more in one day. Nothing was taken in. Come back tomorrow, or send the invoice another way.',
  },
  addressBytesUsed: {
    de: 'Von Ihrem Anschluss kämen damit heute mehr als {limit} MB, mehr nimmt der Schalter an einem Tag nicht an. Es wurde nichts angenommen. Bitte kommen Sie morgen wieder, oder senden Sie die Rechnung auf einem anderen Weg.',
    en: 'Your connection would have brought more than {limit} MB today with this, and the counter takes no more in one day. Nothing was taken in. Come back tomorrow, or send the invoice another way.',
  },
  counterQuotaUsed: {
    de: 'Der Schalter hat heute so viel angenommen, wie er an einem Tag annimmt. Es wurde nichts angenommen. Bitte kommen Sie morgen wieder, oder senden Sie die Rechnung auf einem anderen Weg.',
    en: 'The counter has taken in as much today as it takes in one day. Nothing was taken in. Come back tomorrow, or send the invoice another way.',
  },
  checksBusy: {
    de: 'Es werden gerade so viele Dateien geprüft, wie hier gleichzeitig geprüft werden. Bitte versuchen Sie es in einigen Sekunden noch einmal.',
    en: 'As many files are being checked as can be checked here at the same time. Please try again in some seconds.',
  },
  checkBroke: {
    de: 'Diese Datei konnte nicht geprüft werden: Sie braucht mehr Zeit oder Speicher, als einer Datei zusteht. Bitte erzeugen Sie sie neu, oder lassen Sie große Anlagen weg.',
    en: 'This file could not be checked: it takes more time or memory than a file may use. Create it anew, or leave out large attachments.',
  },
  severalFiles: {
    de: 'Geprüft wird eine Datei auf einmal. Bitte senden Sie genau eine.',
    en: 'One file is checked at a time. Send exactly one.',
  },
  cannotBeOpened: {
    de: 'Diese Datei lässt sich nicht öffnen: Sie ist beschädigt oder braucht mehr Zeit oder Speicher, als ihr zusteht.',
    en: 'This file cannot be opened: it is damaged, or takes more time or memory than it may.',
  },
  openerBusy: {
    de: 'Es wird gerade zu vieles auf einmal geöffnet. Bitte versuchen Sie es in einigen Sekunden noch einmal.',
    en: 'Too much is being opened at once. Please try again in some seconds.',
  },
  departmentInUse: {
    de: 'In diesem Amt liegen noch {invoices} offene Rechnungen, und {rules} Regeln und {leitwegIds} Leitweg-IDs führen dorthin. Bitte leiten Sie sie zuerst um.',
    en: 'This department still has {invoices} open invoices, and {rules} rules and {leitwegIds} Leitweg-IDs lead to it. Redirect them first.',
  },
  tokenNeeded: {
    de: 'Mit einem OAuth2-Token versendet nur ein Postfach, das auch mit einem abgerufen wird, unter einem Benutzernamen.',
    en: 'Only a mailbox that is fetched with an OAuth2 token can send with one, under a user name.',
  },
  dryRunsBusy: {
    de: 'Es läuft gerade schon ein Probelauf. Bitte versuchen Sie es in einer halben Minute noch einmal.',
    en: 'A dry run is under way already. Please try again in half a minute.',
  },
  simulationsBusy: {
    de: 'Es werden gerade schon Regeln ausprobiert. Bitte versuchen Sie es in einigen Sekunden noch einmal.',
    en: 'Rules are being tried out already. Please try again in some seconds.',
  },
  tooManyRules: {
    de: 'Es gelten schon {limit} Zuordnungsregeln, mehr sind nicht möglich. Bitte fassen Sie welche zusammen oder beenden Sie welche.',
    en: 'There are {limit} routing rules in force already, and no more are possible. Combine some, or end some.',
  },
  anotherAdministrator: {
    de: 'Das muss eine andere Person der Mandantenverwaltung für Sie tun.',
    en: 'Another tenant administrator has to do this for you.',
  },
  renewalNotAsked: {
    de: 'Für diese Person ist kein neues Einmalkennwort angefordert, oder die Anforderung ist älter als 24 Stunden. Bitte fordern Sie es an; eine zweite Person bestätigt.',
    en: 'No new one-time password has been asked for, or the request is older than 24 hours. Ask for one; a second person confirms.',
  },
  addressNotUsable: {
    de: 'An diese Adresse kann nicht geschrieben werden. Bitte prüfen Sie die Schreibweise, oder nennen Sie eine, deren Post jemand liest.',
    en: 'This address cannot be written to. Check the spelling, or name one whose mail somebody reads.',
  },
  addressElsewhere: {
    de: 'Erinnerungen gehen nur an Adressen in: {domains}. Bitte nennen Sie Ihre dienstliche Adresse.',
    en: 'Reminders go only to addresses in: {domains}. Name your address at work.',
  },
  nothingToCode: {
    de: 'Zu dieser Rechnung ist kein Betrag bekannt, der zu kontieren wäre. Bitte lassen Sie sie erst erfassen.',
    en: 'No amount is known of this invoice that could be coded. Have it captured first.',
  },
  nothingToPay: {
    de: 'Zu dieser Rechnung gibt es keine Zahlungsangaben: Betrag oder Empfänger fehlen im Dokument. Bitte lassen Sie sie erfassen.',
    en: 'There is no payment instruction for this invoice: the document names no amount or no payee. Have it captured.',
  },
  yearClosed: {
    de: 'Das Haushaltsjahr {year} ist geschlossen. Bitte kontieren Sie auf ein offenes, oder fragen Sie die Kämmerei.',
    en: 'The fiscal year {year} is closed. Code to one that is open, or ask the treasury.',
  },
  noChart: {
    de: 'Für das Haushaltsjahr {year} ist kein Kontenplan eingelesen. Bitte wenden Sie sich an die Mandantenverwaltung.',
    en: 'No chart of accounts has been imported for the fiscal year {year}. Please ask the tenant administration.',
  },
  codingNotUsable: {
    de: 'So kann nicht kontiert werden: {faultsDe} Es wurde nichts gespeichert.',
    en: 'It cannot be coded like this: {faultsEn} Nothing was stored.',
  },
  paymentNotUsable: {
    de: 'So können die Zahlungsangaben nicht geändert werden, bitte prüfen Sie: {faultsDe}. Es wurde nichts gespeichert.',
    en: 'The payment instruction cannot be changed like this; please check: {faultsEn}. Nothing was stored.',
  },
  chartNotUsable: {
    de: 'Zeile {line}: {faultDe} Es wurde nichts eingelesen. Bitte verbessern Sie die Datei und prüfen Sie sie noch einmal.',
    en: 'Line {line}: {faultEn} Nothing was imported. Mend the file and check it again.',
  },
  noBudgetCheck: {
    de: 'Für diesen Mandanten ist keine Mittelprüfung eingerichtet.',
    en: 'No budget check is set up for this tenant.',
  },
  nothingCoded: {
    de: 'Die Rechnung ist noch nicht kontiert; die Mittelprüfung braucht Konto, Produkt und Haushaltsjahr.',
    en: 'The invoice has not been coded; the budget check needs account, product and fiscal year.',
  },
  noMailHere: {
    de: 'Hier sind keine Benachrichtigungen per E-Mail eingerichtet. Bitte sehen Sie auf dieser Seite nach.',
    en: 'No notifications by mail are set up here. Please look at this page.',
  },
  tooManyAddresses: {
    de: 'Für diese Zustellung sind schon so viele Adressen angegeben worden, wie möglich sind.',
    en: 'As many addresses as possible have been named for this delivery already.',
  },
  paidTooMuch: {
    de: 'Gemeldet sind {paid}, angeordnet aber nur {ordered}. Es wurde nichts gespeichert. Bitte prüfen Sie den Betrag, oder rufen Sie die Rechnung zurück.',
    en: 'You reported {paid}, but only {ordered} was ordered. Nothing was stored. Check the amount, or have the invoice recalled.',
  },
  heldAlready: {
    de: 'Diese Rechnung ist schon gegen Löschen gesperrt.',
    en: 'This invoice is held already.',
  },
  recordsOnly: {
    de: 'Das darf nur die Schriftgutverwaltung. Bitte wenden Sie sich an sie.',
    en: 'Only records management may do this. Please ask them.',
  },
  nothingToDispose: {
    de: 'Davon kann gerade nichts gelöscht werden: Die Aufbewahrung läuft noch, oder alles ist gesperrt. Bitte laden Sie die Übersicht neu.',
    en: 'None of this can be disposed of just now: its retention has not ended, or all of it is held. Load the overview again.',
  },
  alreadyAnswered: {
    de: 'Auf diesen Posten der Übergabe wurde schon geantwortet.',
    en: 'This item of the hand-over has been answered already.',
  },
} as const;

export const done = <T>(value: T): Outcome<T> => ({ kind: 'done', value });

export const refused = (
  code: keyof typeof pipelineRefusals,
  values: Readonly<Record<string, string>> = {},
): { readonly kind: 'refused'; readonly refusal: Refusal } => ({
  kind: 'refused',
  refusal: { code, values },
});

/** What stands between a change and what it rests on: somebody else's change; null if there was none. */
export const changedSince = (seen: number, current: number): ReturnType<typeof refused> | null =>
  seen === current ? null : refused('changedMeanwhile', { seen: String(seen), current: String(current) });
