import { wordsOf } from '../../words/words.js';

export const rightsWords = wordsOf({
  title: { de: 'Wer durfte was', en: 'Who could do what' },
  lead: {
    de: 'Die Berechtigungen eines beliebigen Tages, so wie sie an ihm galten: was danach gegeben, geändert oder entzogen wurde, ändert daran nichts. Genannt ist, was mindestens einen Teil des Tages galt.',
    en: 'The rights of any day as they held on it: what was given, changed or revoked later changes nothing about it. Named is what held for at least a part of the day.',
  },
  day: { de: 'Tag', en: 'Day' },
  dayWrong: { de: 'Bitte geben Sie einen Tag ab dem Jahr 2000 an.', en: 'Enter a day from the year 2000 on.' },
  search: { de: 'Person oder Rolle suchen', en: 'Find a person or a role' },
  found: { de: '{count} Personen mit Berechtigungen am {day}', en: '{count} people with rights on {day}' },
  foundOne: { de: 'Eine Person mit Berechtigungen am {day}', en: 'One person with rights on {day}' },
  without: { de: '{count} weitere waren ohne Berechtigung angelegt.', en: '{count} more were known and held none.' },
  none: { de: 'An diesem Tag durfte niemand etwas', en: 'Nobody could do anything on that day' },
  noneFound: { de: 'Keine Person passt dazu', en: 'Nobody fits this' },
  noneText: {
    de: 'Der Mandant bestand noch nicht, oder die Suche schließt alle aus.',
    en: 'The tenant was not there yet, or the search leaves everybody out.',
  },
  rightsOf: { de: 'Berechtigungen von {name}', en: 'Rights of {name}' },
  inPlaceOf: {
    de: 'In Vertretung für {name}; es galt die kleinere der beiden Betragsgrenzen:',
    en: 'In place of {name}; the smaller of both limits held:',
  },
  lentOf: { de: '{name} in Vertretung für {principal}', en: '{name} in place of {principal}' },
  confirmedOn: { de: 'bestätigt am {day}', en: 'confirmed on {day}' },
  endedOn: { de: 'entzogen am {day}', en: 'revoked on {day}' },
  permits: { de: 'Was diese Rollen erlauben', en: 'What these roles permit' },
  permitsLead: {
    de: 'Nach den Regeln dieses Programms in seiner heutigen Fassung. Ob im einzelnen Fall, entscheiden Amt, Betrag und das Vier-Augen-Prinzip.',
    en: 'By the rules of this program as it is today. Department, amount and four eyes decide about the single case.',
  },
  permitsNothing: {
    de: 'entscheidet über keine Rechnung: liest, rechnet oder richtet ein',
    en: 'decides on no invoice: reads, counts or configures',
  },
});
