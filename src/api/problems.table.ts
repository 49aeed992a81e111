import type { RefusalCode } from '../domain/approval/refusals.js';
import type { pipelineRefusals } from '../pipeline/outcome.js';

interface Words {
  readonly de: string;
  readonly en: string;
}

/** What stands above a problem, by its status. */
export const titles: Readonly<Record<number, Words>> = {
  400: { de: 'Die Anfrage ist so nicht verständlich', en: 'The request cannot be understood' },
  401: { de: 'Nicht angemeldet', en: 'Not signed in' },
  403: { de: 'Nicht erlaubt', en: 'Not allowed' },
  404: { de: 'Nicht gefunden', en: 'Not found' },
  409: { de: 'Das passt nicht zum jetzigen Stand', en: 'This does not fit the present state' },
  412: { de: 'Die Fassung ist nicht mehr die neueste', en: 'The version is not the latest any more' },
  413: { de: 'Zu groß', en: 'Too large' },
  415: { de: 'Dieses Format wird hier nicht angenommen', en: 'This format is not taken here' },
  422: { de: 'Die Angaben passen nicht', en: 'The content does not fit' },
  428: { de: 'Die gesehene Fassung fehlt', en: 'The version seen is missing' },
  429: { de: 'Zu viele Anfragen', en: 'Too many requests' },
  500: { de: 'Unerwarteter Fehler', en: 'Unexpected error' },
  503: { de: 'Zurzeit nicht bereit', en: 'Not ready at the moment' },
};

/** Problems of the door itself, before a use case has been asked. `{name}` stands for a value. */
export const doorProblems = {
  invalidRequest: {
    status: 400,
    de: 'Diese Angaben fehlen, sind zu viel oder haben nicht die erwartete Form: {places}. Was erwartet wird, steht unter /api/docs.',
    en: 'These entries are missing, too many or not of the expected form: {places}. What is expected stands in /api/docs.',
  },
  bodyUnreadable: {
    status: 400,
    de: 'Der Inhalt der Anfrage ist nicht lesbar. Bitte senden Sie wohlgeformtes JSON in UTF-8 oder, für Dateien, multipart/form-data.',
    en: 'The content of the request cannot be read. Send well-formed JSON in UTF-8 or, for files, multipart/form-data.',
  },
  textNotUsable: {
    status: 400,
    de: 'Die Anfrage enthält Zeichen, die kein gültiger Text sind (NUL oder halbe Zeichenpaare). Bitte entfernen Sie sie.',
    en: 'The request holds characters that are no valid text (NUL, or halves of pairs). Please remove them.',
  },
  tooDeep: {
    status: 400,
    de: 'Die Anfrage ist tiefer verschachtelt als {limit} Ebenen. Bitte vereinfachen Sie sie.',
    en: 'The request is nested deeper than {limit} levels. Please simplify it.',
  },
  idempotencyKeyMissing: {
    status: 400,
    de: 'Die Kopfzeile Idempotency-Key fehlt oder hat nicht 1 bis 200 sichtbare ASCII-Zeichen. Bitte geben Sie jedem neuen Aufruf einen eigenen Schlüssel, etwa eine UUID.',
    en: 'The header Idempotency-Key is missing, or does not have 1 to 200 visible ASCII characters. Give each new call a key of its own, such as a UUID.',
  },
  ifMatchMissing: {
    status: 428,
    de: 'Die Kopfzeile If-Match fehlt. Bitte senden Sie das ETag der Rechnung mit, die Sie gesehen haben.',
    en: 'The header If-Match is missing. Send along the ETag of the invoice that you have seen.',
  },
  ifMatchInvalid: {
    status: 400,
    de: 'Die Kopfzeile If-Match ist kein ETag einer Rechnung. Bitte senden Sie es so, wie Sie es bekommen haben.',
    en: 'The header If-Match is no ETag of an invoice. Send it as you have received it.',
  },
  notSignedIn: {
    status: 401,
    de: 'Dafür ist eine Anmeldung oder ein gültiger API-Schlüssel nötig. Bitte melden Sie sich (neu) an.',
    en: 'This takes a session or a valid API key. Please sign in (again).',
  },
  peopleOnly: {
    status: 403,
    de: 'Das darf nur eine angemeldete Person, kein API-Schlüssel.',
    en: 'Only a signed-in person may do this, no API key.',
  },
  keysOnly: {
    status: 403,
    de: 'Das ist Programmen mit einem API-Schlüssel vorbehalten.',
    en: 'This is for programs with an API key.',
  },
  scopeMissing: {
    status: 403,
    de: 'Der API-Schlüssel darf das nicht; er braucht einen dieser Umfänge: {scopes}.',
    en: 'The API key may not do this; it needs one of these scopes: {scopes}.',
  },
  csrfTokenWrong: {
    status: 403,
    de: 'Die Kopfzeile X-CSRF-Token fehlt oder passt nicht zur Anmeldung. Bitte laden Sie die Seite neu.',
    en: 'The header X-CSRF-Token is missing or does not belong to the session. Please reload the page.',
  },
  crossSite: {
    status: 403,
    de: 'Dieser Aufruf kommt von der Seite eines anderen Anbieters und wird deshalb nicht angenommen. Bitte öffnen Sie den Schalter selbst.',
    en: 'This call comes from another provider’s page and is therefore not taken. Please open the counter yourself.',
  },
  passwordChangeNeeded: {
    status: 403,
    de: 'Das Kennwort ist ein Einmalkennwort. Bitte wählen Sie zuerst ein eigenes.',
    en: 'The password is a one-time password. Choose one of your own first.',
  },
  tooManyRequests: {
    status: 429,
    de: 'Das waren zu viele Anfragen in kurzer Zeit. Bitte versuchen Sie es in {seconds} Sekunden noch einmal.',
    en: 'These were too many requests in a short time. Please try again in {seconds} seconds.',
  },
  bodyTooLarge: {
    status: 413,
    de: 'Die Anfrage ist größer als die erlaubten {limit}.',
    en: 'The request is larger than the allowed {limit}.',
  },
  formatNotTaken: {
    status: 415,
    de: 'Bitte senden Sie {expected}.',
    en: 'Please send {expected}.',
  },
  conditionsNotUsable: {
    status: 422,
    de: 'Die Bedingungen der Regel sind nicht verwendbar: {places}.',
    en: 'The conditions of the rule cannot be used: {places}.',
  },
  leitwegIdInvalid: {
    status: 422,
    de: '„{leitwegId}“ ist keine gültige Leitweg-ID. Bitte prüfen Sie Schreibweise und Prüfziffern.',
    en: '“{leitwegId}” is no valid Leitweg-ID. Check the spelling and the check digits.',
  },
  busy: {
    status: 503,
    de: 'Es kommen gerade zu viele große Sendungen auf einmal. Es wurde nichts angenommen; bitte wiederholen Sie den Aufruf unverändert in einigen Sekunden.',
    en: 'Too many large deliveries are coming at once. Nothing was taken in; repeat the call unchanged in some seconds.',
  },
  storeUnavailable: {
    status: 503,
    de: 'Die Datenbank antwortet gerade nicht. Bitte wiederholen Sie den Aufruf unverändert in einigen Sekunden.',
    en: 'The database does not answer just now. Repeat the call unchanged in some seconds.',
  },
  notReady: {
    status: 503,
    de: 'Die Datenbank oder die Warteschlange antwortet nicht.',
    en: 'The database or the queue does not answer.',
  },
  notAnswered: {
    status: 400,
    de: 'Die Anfrage kann so nicht beantwortet werden.',
    en: 'The request cannot be answered like this.',
  },
  unexpected: {
    status: 500,
    de: 'Damit hat niemand gerechnet. Der Vorgang ist unter der Nummer {errorId} vermerkt; bitte nennen Sie sie, wenn Sie sich melden.',
    en: 'Nobody foresaw this. It is noted under the number {errorId}; please quote it when you report it.',
  },
} as const satisfies Record<string, Words & { readonly status: number }>;

export type DoorProblem = keyof typeof doorProblems;

/** How a use case's refusal is answered. 403: another person may; 409: not in this state; 422: other content is needed. */
export const refusalStatus = {
  notFound: 404,
  staleVersion: 412,
  keyInUse: 409,
  keyReused: 422,
  fileTooLarge: 413,
  deliveryTooLarge: 413,
  tooManyParts: 413,
  nothingSent: 422,
  emptyFile: 422,
  nameTooLong: 422,
  alreadyThere: 409,
  secondPersonNeeded: 403,
  administratorsOnly: 403,
  signInRefused: 401,
  concurrentChange: 409,
  sameInvoice: 422,
  leitwegIdInvalid: 422,
  lineUnencrypted: 422,
  moveToSameFolder: 422,
  secretNeeded: 422,
  expiryPast: 422,
  lastAdministrators: 409,
  passwordTooShort: 422,
  passwordUnchanged: 422,
  cannotBeOpened: 422,
  openerBusy: 503,
  departmentInUse: 409,
  orderIncomplete: 409,
  renewalNotAsked: 409,
  alreadyAnswered: 409,
  addressNotUsable: 422,
  noMailHere: 409,
  tooManyAddresses: 409,
  settingChanged: 412,
  counterNeedsTexts: 409,
  counterClosed: 403,
  addressQuotaUsed: 429,
  counterQuotaUsed: 429,
  checksBusy: 503,
  checkBroke: 422,
  severalFiles: 422,
  wrongState: 409,
  alreadyDecided: 409,
  noGrant: 403,
  grantExpired: 403,
  grantNotYetValid: 403,
  deputyshipNotValid: 403,
  machineMayNot: 403,
  aboveLimit: 403,
  currencyNeedsRate: 409,
  amountMissing: 409,
  confirmedByYourself: 403,
  orderedByYourself: 403,
  secondConfirmerNeeded: 403,
  ownPayee: 403,
  kasseMayNot: 403,
  paysOwnDecision: 403,
  claimedBySomeoneElse: 409,
  notClaimed: 409,
  reasonMissing: 422,
  reasonTooLong: 422,
  departmentMissing: 422,
  notAskedFor: 422,
  sameDepartment: 422,
  otherInvoiceMissing: 422,
  notTheQuestion: 409,
  accountNotInDoubt: 409,
  accountNotReleased: 409,
  suspicionOpen: 409,
  nothingToRoute: 409,
  nothingCaptured: 409,
  captureMissing: 422,
  captureNotUsable: 422,
  conditionsNotUsable: 422,
  ruleDoesNotHold: 422,
} as const satisfies Record<RefusalCode | keyof typeof pipelineRefusals, number>;
