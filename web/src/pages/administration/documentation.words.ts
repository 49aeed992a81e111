import { wordsOf } from '../../words/words.js';

export const documentationWords = wordsOf({
  title: { de: 'Verfahrensdokumentation', en: 'Documentation of the procedure' },
  lead: {
    de: 'Aus dem erzeugt, was gerade eingestellt ist: Rollen, Regeln, Wertstufen, Fristen, Kanäle, Fassungen und Siegel, ohne Geheimnisse und ohne Namen. Jede erteilte Fassung bleibt, wie sie war; das Protokoll nennt ihre Prüfsummen.',
    en: 'Made of what is set right now: roles, rules, value steps, periods, channels, versions and seals, without secrets and without names. Every version that was issued stays as it was; the log names its checksums.',
  },
  never: { de: 'Noch keine Fassung erteilt.', en: 'No version has been issued yet.' },
  same: {
    de: 'Fassung {version} gilt: Seitdem hat sich nichts geändert.',
    en: 'Version {version} holds: nothing has changed since.',
  },
  changed: {
    de: 'Seit Fassung {version} geändert: {count}. Die Änderungen stehen am Ende des Entwurfs.',
    en: 'Changed since version {version}: {count}. The changes stand at the end of the draft.',
  },
  draft: { de: 'Entwurf ansehen', en: 'Look at the draft' },
  draftOf: { de: 'Entwurf ansehen: {label} (neuer Tab)', en: 'Look at the draft: {label} (new tab)' },
  issue: { de: 'Fassung erteilen', en: 'Issue a version' },
  issueOf: { de: 'Fassung erteilen: {label}', en: 'Issue a version: {label}' },
  issued: { de: 'Fassung {version} ist erteilt.', en: 'Version {version} has been issued.' },
  notIssued: {
    de: 'Nichts hat sich geändert: Fassung {version} gilt weiter.',
    en: 'Nothing has changed: version {version} still holds.',
  },
  versions: { de: 'Erteilte Fassungen: {label}', en: 'Versions issued: {label}' },
  version: { de: 'Fassung {version}', en: 'Version {version}' },
  by: { de: '{name}, {at}', en: '{name}, {at}' },
  page: { de: 'Seite', en: 'Page' },
  pageOf: {
    de: '{label}, Fassung {version}, als Seite (neuer Tab)',
    en: '{label}, version {version}, as a page (new tab)',
  },
  text: { de: 'Markdown', en: 'Markdown' },
  textOf: { de: '{label}, Fassung {version}, als Markdown', en: '{label}, version {version}, as Markdown' },
  hash: { de: 'SHA-256 der Seite', en: 'SHA-256 of the page' },
});
