import { wordsOf } from '../../words/words.js';

export const townWords = wordsOf({
  title: { de: 'Welche Verwaltung?', en: 'Which authority?' },
  intro: {
    de: 'Jede Stadt und jede Gemeinde hat hier eine eigene Adresse. Sie steht in der Einladung, auf der Internetseite der Verwaltung oder im Auftrag.',
    en: 'Each town has its own address here. It stands in the invitation, on the website of the authority or in the order.',
  },
  town: { de: 'Kurzname der Verwaltung', en: 'Short name of the authority' },
  hint: {
    de: 'Der Teil der Adresse nach „/t/“: Kleinbuchstaben, Ziffern und Bindestriche',
    en: 'The part of the address after “/t/”: small letters, digits and hyphens',
  },
  invalid: {
    de: 'Bitte geben Sie den Kurznamen so ein, wie er in der Adresse steht, etwa „musterstadt“.',
    en: 'Enter the short name as it stands in the address, such as “musterstadt”.',
  },
  submit: { de: 'Rechnung einreichen', en: 'Submit an invoice' },
  desk: { de: 'Zum Arbeitsplatz', en: 'To the desk' },
});
