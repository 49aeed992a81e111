import { wordsOf } from '../../words/words.js';

export const sessionsWords = wordsOf({
  title: { de: 'Wo Sie angemeldet sind', en: 'Where you are signed in' },
  lead: {
    de: 'Erkennen Sie eine Anmeldung nicht, beenden Sie sie und ändern Sie Ihr Kennwort. Eine Anmeldung endet nach einer Stunde ohne Benutzung, spätestens nach zwölf Stunden.',
    en: 'If you do not recognise one, end it and change your password. A session ends after an hour without use, and after twelve hours at the latest.',
  },
  unknownDevice: { de: 'Unbekanntes Gerät', en: 'Unknown device' },
  here: { de: 'dieses Gerät', en: 'this device' },
  from: { de: 'Netz {address}', en: 'Network {address}' },
  since: { de: 'Angemeldet seit {since}', en: 'Signed in since {since}' },
  lastSeen: { de: 'zuletzt benutzt {lastSeen}', en: 'last used {lastSeen}' },
  end: { de: 'Beenden', en: 'End' },
  endOf: { de: 'Anmeldung beenden: {device}, seit {since}', en: 'End session: {device}, since {since}' },
  endOthers: { de: 'Alle anderen beenden', en: 'End all others' },
  ended: { de: 'Die Anmeldung ist beendet.', en: 'The session has ended.' },
  othersEnded: { de: 'Sie sind nur noch hier angemeldet.', en: 'You are signed in here only.' },
});
