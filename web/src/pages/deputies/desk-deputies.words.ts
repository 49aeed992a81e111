import { wordsOf } from '../../words/words.js';

/** What the desk says of deputies; apart from the list itself, which is there before anybody asks. */
export const deskDeputiesWords = wordsOf({
  whose: { de: 'Wessen Arbeit', en: 'Whose work' },
  everybody: { de: 'eigene und in Vertretung', en: 'mine and as a deputy' },
  own: { de: 'nur eigene', en: 'mine only' },
  forWhom: { de: 'in Vertretung für {name}', en: 'as deputy of {name}' },
  actingFor: { de: 'In Vertretung für {name}', en: 'As deputy of {name}' },
  actingText: {
    de: 'Was Sie hier entscheiden, geschieht in Vertretung. Im Verlauf stehen beide Namen, und es gilt die kleinere der beiden Betragsgrenzen.',
    en: 'What you decide here is done as a deputy. Both names stand in the history, and the smaller of both limits holds.',
  },
  ownName: { de: 'Im eigenen Namen handeln', en: 'Act in your own name' },
  mayAct: { de: 'Sie können hier in Vertretung handeln', en: 'You can act here as a deputy' },
  actFor: { de: 'Für {name} handeln', en: 'Act for {name}' },
  heldFor: { de: 'in Vertretung für {name}', en: 'as deputy of {name}' },
  awayUntil: { de: 'abwesend bis {day}, ohne Vertretung', en: 'away until {day}, without a deputy' },
  awayDeputies: { de: 'abwesend bis {day}, vertreten durch {names}', en: 'away until {day}, represented by {names}' },
  absentUntil: { de: '{name} ist bis {day} abwesend.', en: '{name} is away until {day}.' },
  oneAtAbsent: {
    de: '1 Rechnung liegt bei jemandem, der abwesend ist und nicht vertreten wird',
    en: '1 invoice lies with somebody who is away and represented by nobody',
  },
  manyAtAbsent: {
    de: '{count} Rechnungen liegen bei Abwesenden, die niemand vertritt',
    en: '{count} invoices lie with people who are away and represented by nobody',
  },
  atAbsentWhat: {
    de: 'Wer zuständig ist, kann sie öffnen und mit einem Grund an sich nehmen.',
    en: 'Who is in charge can open them and take them over, with a reason.',
  },
  showAtAbsent: { de: 'Diese zeigen', en: 'Show them' },
  showAll: { de: 'Wieder alle zeigen', en: 'Show all again' },
  colleague: { de: 'An wen', en: 'To whom' },
  colleagueHint: {
    de: 'Wer heute abwesend ist, steht nicht zur Wahl: Dort bliebe die Rechnung liegen.',
    en: 'Who is away today is not listed: the invoice would lie there.',
  },
  colleagueMissing: { de: 'Bitte wählen Sie, wer weitermachen soll.', en: 'Please choose who is to go on with it.' },
  choose: { de: 'Bitte wählen', en: 'Please choose' },
});
