import { isOrderNeed, ORDER_NEEDS } from '../coding/order-needs.js';
import { clarificationLabel } from '../routing/clearing-reasons.js';
import { ACTIONS, isAction } from './actions.js';
import { STATES, isState, type Wording } from './lifecycle.js';
import { ROLES, isRole } from './roles.js';

/**
 * Why something is not allowed: what, why, and what to do next. The codes are stable; programs may rely on them.
 * `{name}` stands for a value of the refusal, put into words by the name's kind.
 */
const SENTENCES = {
  wrongState: {
    de: '„{action}“ geht nicht, solange die Rechnung im Stand „{state}“ ist. Möglich ist es im Stand: {states}.',
    en: '“{action}” is not possible while the invoice is “{state}”. It is possible in: {states}.',
  },
  notCheckedYet: {
    de: 'Die Rechnung wird gerade geprüft; „{action}“ geht erst danach. Bitte laden Sie sie in ein paar Sekunden neu.',
    en: 'The invoice is being checked; “{action}” is possible afterwards only. Reload it in a few seconds.',
  },
  alreadyDecided: {
    de: '„{action}“ ist schon geschehen. Bitte laden Sie die Rechnung neu; für Sie ist hier nichts mehr zu tun.',
    en: '“{action}” has already been done. Reload the invoice; there is nothing left to do for you here.',
  },
  noGrant: {
    de: '{person} darf das in diesem Amt nicht: nötig ist eine dieser Rollen: {roles}. Bitte leiten Sie die Rechnung weiter oder lassen Sie sich die Rolle erteilen.',
    en: '{person} may not do this in this department: it takes one of these roles: {roles}. Forward the invoice, or have the role granted.',
  },
  grantExpired: {
    de: 'Die Befugnis von {person} ({roles}) ist am {day} abgelaufen. Bitte lassen Sie sie verlängern oder geben Sie die Rechnung weiter.',
    en: 'The grant of {person} ({roles}) ended on {day}. Have it renewed, or pass the invoice on.',
  },
  grantNotYetValid: {
    de: 'Die Befugnis von {person} ({roles}) gilt erst ab {day}. Bitte warten Sie bis dahin oder geben Sie die Rechnung weiter.',
    en: 'The grant of {person} ({roles}) is valid from {day} only. Wait until then, or pass the invoice on.',
  },
  deputyshipNotValid: {
    de: 'Die Vertretung für {principal} gilt heute nicht. Bitte handeln Sie im eigenen Namen oder lassen Sie die Vertretung eintragen.',
    en: 'You are not the deputy of {principal} today. Act in your own name, or have the deputyship recorded.',
  },
  principalIsThere: {
    de: 'Die Vertretung für {principal} gilt nur bei Abwesenheit, und für heute ist keine eingetragen. Bitte handeln Sie im eigenen Namen, oder lassen Sie die Abwesenheit eintragen.',
    en: 'You stand in for {principal} during absence only, and none is recorded for today. Act in your own name, or have the absence recorded.',
  },
  notLent: {
    de: '{principal} dürfte das, aber die Vertretung umfasst diese Rolle oder dieses Amt nicht. Bitte geben Sie die Rechnung weiter, oder lassen Sie die Vertretung erweitern.',
    en: '{principal} might do this, but the deputyship does not cover this role or department. Pass the invoice on, or have the deputyship extended.',
  },
  machineMayNot: {
    de: '„{action}“ entscheidet ein Mensch; dieser Zugang darf es nicht. Bitte melden Sie sich als Person an.',
    en: '“{action}” is decided by a person; this access may not do it. Sign in as a person.',
  },
  aboveLimit: {
    de: 'Der Betrag von {amount} liegt über der Grenze von {limit}, bis zu der Sie befugt sind. Bitte geben Sie die Rechnung an jemanden mit höherer Grenze.',
    en: 'The amount of {amount} is above your limit of {limit}. Pass the invoice to somebody with a higher limit.',
  },
  currencyNeedsRate: {
    de: 'Die Rechnung lautet auf {currency}, ein Umrechnungskurs ist nicht erfasst; Ihre Grenze in Euro lässt sich nicht prüfen. Bitte erfassen Sie den Kurs oder geben Sie die Rechnung an jemanden ohne Betragsgrenze.',
    en: 'The invoice is in {currency} and no rate is recorded, so your limit in euro cannot be checked. Record the rate, or pass the invoice to somebody without a limit.',
  },
  amountMissing: {
    de: 'Die Rechnung nennt keinen Gesamtbetrag (BT-112). Bitte lassen Sie den Betrag erfassen oder weisen Sie die Rechnung zurück.',
    en: 'The invoice states no total (BT-112). Have the amount captured, or reject the invoice.',
  },
  confirmedByYourself: {
    de: 'Wer festgestellt hat, darf nicht anordnen, auch nicht in Vertretung (Vier-Augen-Prinzip). Bitte lassen Sie eine andere Person anordnen.',
    en: 'Who has confirmed may not order, nor may a deputy for them (four eyes). Let another person order.',
  },
  orderedByYourself: {
    de: 'Wer angeordnet hat, darf nicht feststellen, auch nicht in Vertretung (Vier-Augen-Prinzip). Bitte lassen Sie eine andere Person feststellen.',
    en: 'Who has ordered may not confirm, nor may a deputy for them (four eyes). Let another person confirm.',
  },
  secondConfirmerNeeded: {
    de: 'Sachliche und rechnerische Feststellung müssen hier von zwei Personen kommen, und eine stammt schon von Ihnen. Bitte lassen Sie die andere von jemand anderem treffen.',
    en: 'Facts and figures must be confirmed by two people here, and one of the two was you. Let somebody else give the other confirmation.',
  },
  secondPersonNeeded: {
    de: '„{action}“ braucht eine zweite Person, die erste waren Sie. Bitte lassen Sie jemand anderen zustimmen.',
    en: '“{action}” takes a second person, and you were the first. Let somebody else agree.',
  },
  noExceptions: {
    de: 'Ihre Kommune lässt keine Ausnahme vom Vier-Augen-Prinzip zu. Bitte lassen Sie eine andere Person anordnen.',
    en: 'Your authority permits no exception from four eyes. Let another person order.',
  },
  exceptionTooHigh: {
    de: 'Für diesen Betrag braucht es mehrere Anordnungen; davon gibt es keine Ausnahme. Bitte lassen Sie andere anordnen.',
    en: 'This amount takes several orders, and there is no exception from that. Let others order.',
  },
  noExceptionNeeded: {
    de: 'Sie haben nicht selbst festgestellt und brauchen keine Ausnahme. Bitte wählen Sie „Anordnen“.',
    en: 'You have not confirmed it yourself and need no exception. Choose “Order payment”.',
  },
  exceptionLapsed: {
    de: 'Wer die Ausnahme begonnen hat, darf heute nicht mehr anordnen. Bitte geben Sie die Rechnung zur Prüfung zurück, oder lassen Sie eine befugte Person anordnen.',
    en: 'Who began the exception may not order any more today. Return the invoice to review, or let somebody with authority order.',
  },
  paymentReduced: {
    de: 'Angeordnet ist weniger, als die Rechnung verlangt. Bitte wählen Sie „Gekürzte Zahlung melden“ und nennen Sie den Grund, damit der Lieferant ihn erfährt.',
    en: 'Less was ordered than the invoice asks for. Choose “Report a reduced payment” and give the reason, so that the supplier learns it.',
  },
  recallRequested: {
    de: 'Der Rückruf ist schon angefordert; jetzt muss die Finanzbuchhaltung ihn bestätigen. Bitte rufen Sie dort an, wenn es eilt.',
    en: 'The recall has been requested already; financial accounting has to confirm it now. Call them if it is urgent.',
  },
  noRecallRequested: {
    de: 'Niemand hat einen Rückruf angefordert, den Sie bestätigen könnten.',
    en: 'Nobody has requested a recall that you could confirm.',
  },
  ownPayee: {
    de: 'Das Konto der Rechnung gehört zu {person}. Über eigene Forderungen entscheidet niemand selbst; bitte geben Sie die Rechnung weiter.',
    en: 'The account on the invoice belongs to {person}. Nobody decides on their own claim; pass the invoice on.',
  },
  kasseMayNot: {
    de: 'Wer zur Kasse gehört, darf weder feststellen noch anordnen. Bitte geben Sie die Rechnung an das zuständige Amt.',
    en: 'Who belongs to the cash office may neither confirm nor order. Pass the invoice to the department in charge.',
  },
  paysOwnDecision: {
    de: 'Wer festgestellt oder angeordnet hat, darf die Zahlung nicht abwickeln. Bitte lassen Sie das eine andere Person in Kasse oder Finanzbuchhaltung tun.',
    en: 'Who has confirmed or ordered may not handle the payment. Let another person in the cash office or financial accounting do it.',
  },
  claimedBySomeoneElse: {
    de: '{holder} bearbeitet die Rechnung gerade. Bitte sprechen Sie sich ab; ist {holder} nicht da, kann jemand aus dem Amt sie mit einem Grund an sich nehmen.',
    en: '{holder} is working on the invoice. Speak to each other; if {holder} is away, somebody of the department can take it over and say why.',
  },
  notClaimed: {
    de: 'Niemand hat die Rechnung übernommen, es gibt nichts zurückzugeben. Bitte leiten Sie sie weiter, wenn sie woanders hingehört.',
    en: 'Nobody has taken the invoice on, so there is nothing to give back. Forward it if it belongs elsewhere.',
  },
  heldByNobody: {
    de: 'Niemand hat die Rechnung in Arbeit. Wählen Sie bitte „Übernehmen“.',
    en: 'Nobody is working on the invoice. Please choose “Take on”.',
  },
  reasonMissing: {
    de: '„{action}“ braucht einen Grund. Bitte schreiben Sie in einem Satz, warum.',
    en: '“{action}” needs a reason. Please write in a sentence why.',
  },
  reasonTooLong: {
    de: 'Der Grund hat mehr als {limitCharacters} Zeichen. Bitte fassen Sie ihn kürzer.',
    en: 'The reason is longer than {limitCharacters} characters. Please shorten it.',
  },
  departmentMissing: {
    de: '„{action}“ braucht ein Amt. Bitte wählen Sie, wohin die Rechnung gehen soll.',
    en: '“{action}” needs a department. Please choose where the invoice is to go.',
  },
  sameDepartment: {
    de: 'Die Rechnung liegt schon in diesem Amt. Bitte wählen Sie ein anderes.',
    en: 'The invoice already lies in this department. Please choose another.',
  },
  otherInvoiceMissing: {
    de: '„{action}“ braucht die andere Rechnung. Bitte nennen Sie, um welche es geht.',
    en: '“{action}” needs the other invoice. Please say which one it is.',
  },
  notTheQuestion: {
    de: '„{action}“ beantwortet hier nichts: Zu klären ist „{reason}“. Bitte wählen Sie eine der angebotenen Entscheidungen.',
    en: '“{action}” answers nothing here: the question is “{reason}”. Choose one of the decisions on offer.',
  },
  accountNotInDoubt: {
    de: 'Am Konto dieser Rechnung ist nichts freizugeben: Es ist bekannt, oder die Rechnung nennt keines. Geht sie nicht von selbst weiter, wählen Sie bitte „Erneut prüfen“.',
    en: 'There is nothing to release: the account is known, or the invoice names none. If it does not go on by itself, choose “Check again”.',
  },
  accountNotReleased: {
    de: 'Das Konto weicht von dem ab, das bisher für diesen Verkäufer galt. Bitte lassen Sie es von zwei Personen freigeben (fragen Sie beim Verkäufer unter einer bekannten Nummer nach) oder weisen Sie die Rechnung zurück.',
    en: 'The account differs from the one this seller used so far. Have two people release it (ask the seller at a number you know), or reject the invoice.',
  },
  suspicionOpen: {
    de: 'Die Rechnung sieht aus wie eine, die schon da ist. Bitte entscheiden Sie zuerst, ob sie eine Dublette ist oder nicht.',
    en: 'The invoice looks like one that is here already. Decide first whether it is a duplicate or not.',
  },
  nothingToRoute: {
    de: 'Von diesem Dokument sind keine Angaben bekannt, auf die ein Amt sich verlassen könnte. Bitte erfassen Sie es, legen Sie es ab oder weisen Sie es zurück.',
    en: 'Nothing is known of this document that a department could rely on. Capture it, file it, or reject it.',
  },
  incompleteForOrder: {
    de: 'Für die Anordnung fehlt noch: {missing}. Bitte ergänzen Sie es, oder geben Sie die Rechnung zur Prüfung zurück.',
    en: 'The order still lacks {missing}. Add it, or return the invoice to review.',
  },
  nothingToConfirm: {
    de: 'An den Zahlungsangaben gibt es nichts zu bestätigen: Empfänger und Konto sind nicht geändert worden, oder jemand hat es schon getan.',
    en: 'There is nothing to confirm: payee and account have not been changed, or somebody has confirmed it already.',
  },
  nothingCaptured: {
    de: 'Es ist noch nichts erfasst, das sich bestätigen ließe. Bitte erfassen Sie zuerst die Angaben der Rechnung.',
    en: 'Nothing has been captured that could be confirmed. Capture the terms of the invoice first.',
  },
  colleagueMissing: {
    de: '„{action}“ braucht eine Kollegin oder einen Kollegen. Bitte wählen Sie, wer mit der Rechnung weitermachen soll.',
    en: '“{action}” needs a colleague. Please choose who is to go on with the invoice.',
  },
  colleagueHolds: {
    de: '{person} hat die Rechnung schon in Arbeit. Bitte wählen Sie jemand anderen.',
    en: '{person} is already working on the invoice. Please choose somebody else.',
  },
  colleagueAbsent: {
    de: '{person} ist bis {day} abwesend; dort bliebe die Rechnung liegen. Bitte wählen Sie jemand anderen.',
    en: '{person} is absent until {day}, and the invoice would lie there. Please choose somebody else.',
  },
  captureMissing: {
    de: '„{action}“ braucht die Angaben der Rechnung: Nummer, Datum, Verkäufer, Konto und Beträge. Bitte tragen Sie sie ein.',
    en: '“{action}” needs the terms of the invoice: number, date, seller, account and amounts. Please enter them.',
  },
} as const satisfies Record<string, Wording>;

export type RefusalCode = keyof typeof SENTENCES;

/** An answer, not an error: what is not allowed and the values its sentence quotes (ids, codes, cents, days). */
export interface Refusal {
  readonly code: RefusalCode;
  readonly values: Readonly<Record<string, string>>;
}

export const refuse = (code: RefusalCode, values: Refusal['values']): Refusal => ({ code, values });

const isRefusalCode = (text: string): text is RefusalCode => Object.hasOwn(SENTENCES, text);

export const REFUSAL_CODES: readonly RefusalCode[] = Object.keys(SENTENCES).filter(isRefusalCode);

type Language = keyof Wording;

/**
 * The refusal as a sentence.
 * `names` puts words to ids of people; an id without a name is shown as it is.
 */
export function explain(refusal: Refusal, language: Language, names: Readonly<Record<string, string>> = {}): string {
  return SENTENCES[refusal.code][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(refusal.values, name) ? (refusal.values[name] ?? '') : '';
    const word = WORDS[name];
    return word ? word(value, language) : Object.hasOwn(names, value) ? (names[value] ?? value) : value;
  });
}

const WORDS: Readonly<Record<string, ((value: string, language: Language) => string) | undefined>> = {
  action: (value, language) => (isAction(value) ? ACTIONS[value].label[language] : value),
  state: (value, language) => (isState(value) ? STATES[value].label[language] : value),
  states: (value, language) => inWords(value, (state) => (isState(state) ? STATES[state].label[language] : state)),
  roles: (value, language) => inWords(value, (role) => (isRole(role) ? ROLES[role][language] : role)),
  reason: (value, language) => clarificationLabel(value)?.[language] ?? value,
  missing: (value, language) => inWords(value, (need) => (isOrderNeed(need) ? ORDER_NEEDS[need][language] : need)),
  amount: euro,
  limit: euro,
  day: (value, language) => (language === 'de' ? value.split('-').reverse().join('.') : value),
};

const inWords = (list: string, word: (item: string) => string): string => list.split(' ').map(word).join(', ');

/** '123456' cents as '1.234,56 €' or '€1,234.56'. */
function euro(cents: string, language: Language): string {
  const digits = cents.padStart(3, '0');
  const [thousands, point] = language === 'de' ? ['.', ','] : [',', '.'];
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, thousands);
  const figure = `${whole}${point}${digits.slice(-2)}`;
  return language === 'de' ? `${figure} €` : `€${figure}`;
}
