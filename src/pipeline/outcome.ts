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
    de: '„{fileName}“ ist größer als die erlaubten {limit}. Es wurde nichts angenommen. Bitte verkleinern Sie die Datei oder teilen Sie die Sendung auf.',
    en: '“{fileName}” is larger than the allowed {limit}. Nothing was taken in. Make the file smaller, or split the delivery.',
  },
  deliveryTooLarge: {
    de: 'Die Sendung ist größer als die erlaubten {limit}. Es wurde nichts angenommen. Bitte teilen Sie sie auf.',
    en: 'The delivery is larger than the allowed {limit}. Nothing was taken in. Please split it.',
  },
  tooManyParts: {
    de: 'Die Sendung hat mehr als {limit} Dateien. Es wurde nichts angenommen. Bitte teilen Sie sie auf.',
    en: 'The delivery holds more than {limit} files. Nothing was taken in. Please split it.',
  },
  nothingSent: {
    de: 'Die Sendung enthält keine Datei. Bitte fügen Sie mindestens eine Rechnung bei.',
    en: 'The delivery holds no file. Please attach at least one invoice.',
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
  addressNotUsable: {
    de: 'An diese Adresse kann nicht geschrieben werden. Bitte prüfen Sie die Schreibweise, oder nennen Sie eine, deren Post jemand liest.',
    en: 'This address cannot be written to. Check the spelling, or name one whose mail somebody reads.',
  },
  noMailHere: {
    de: 'Hier sind keine Benachrichtigungen per E-Mail eingerichtet. Bitte sehen Sie auf dieser Seite nach.',
    en: 'No notifications by mail are set up here. Please look at this page.',
  },
  tooManyAddresses: {
    de: 'Für diese Sendung sind schon so viele Adressen angegeben worden, wie möglich sind.',
    en: 'As many addresses as possible have been named for this delivery already.',
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
