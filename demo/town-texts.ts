import type { CounterSetting, TextsSetting } from '../src/pipeline/tenant-settings.table.js';

const paragraphs = (...texts: readonly string[]): string => texts.join('\n\n');

/** The demo town's own words on its public pages; a real town writes its own, and has them read by its data protection officer. */
export const texts: TextsSetting = {
  imprint: {
    de: paragraphs(
      'Stadt Auenfurt am Rhein\nDer Bürgermeister\nRathausplatz 1\n55999 Auenfurt am Rhein',
      'Telefon: 06999 123-0\nE-Mail: stadt@auenfurt.example',
      'Die Stadt Auenfurt am Rhein ist eine Körperschaft des öffentlichen Rechts. Sie wird durch den Bürgermeister vertreten.',
      'Diese Stadt gibt es nicht: Sie ist Teil der Vorführung von Eingang.',
    ),
    en: paragraphs(
      'Town of Auenfurt am Rhein\nThe Mayor\nRathausplatz 1\n55999 Auenfurt am Rhein\nGermany',
      'Phone: +49 6999 123-0\nMail: stadt@auenfurt.example',
      'This town does not exist: it is part of the demonstration of Eingang.',
    ),
  },
  privacy: {
    de: paragraphs(
      'Verantwortlich ist die Stadt Auenfurt am Rhein. Unsere Datenschutzbeauftragte erreichen Sie unter datenschutz@auenfurt.example.',
      'Was Sie senden, speichern wir, weil wir Rechnungen annehmen, prüfen, bezahlen und aufbewahren müssen (Art. 6 Abs. 1 Buchst. c und e DSGVO). Rechnungen bewahren wir so lange auf, wie es das Haushaltsrecht verlangt.',
      'Was Sie nur prüfen lassen, speichern wir nicht.',
      'Wie viel von einem Internetanschluss kommt, zählen wir einen Tag lang in verschlüsselter Form, damit niemand den Schalter überlastet.',
      'Sie haben das Recht auf Auskunft, Berichtigung und Beschwerde bei der Aufsichtsbehörde für den Datenschutz.',
    ),
    en: paragraphs(
      'The Town of Auenfurt am Rhein is responsible. You reach our data protection officer at datenschutz@auenfurt.example.',
      'What you send is stored, because we have to take in, check, pay and keep invoices (Art. 6 (1) c and e GDPR). Invoices are kept as long as budget law demands.',
      'What you only have checked is not stored.',
      'How much comes from one connection is counted for a day, in a form that does not show the address, so that nobody overloads the counter.',
      'You have the right to access, to rectification, and to complain to the data protection authority.',
    ),
  },
  accessibility: {
    de: paragraphs(
      'Die Stadt Auenfurt am Rhein will, dass alle ihren Rechnungsschalter nutzen können. Er ist nach der BITV 2.0 und WCAG 2.2, Stufe AA, gestaltet.',
      'Finden Sie ein Hindernis? Schreiben Sie an barrierefrei@auenfurt.example; wir antworten innerhalb eines Monats. Sind Sie mit der Antwort nicht zufrieden, wenden Sie sich an die Schlichtungsstelle Ihres Landes.',
    ),
    en: paragraphs(
      'The Town of Auenfurt am Rhein wants everybody to be able to use its invoice counter. It follows BITV 2.0 and WCAG 2.2, level AA.',
      'Do you find a barrier? Write to barrierefrei@auenfurt.example; we answer within a month.',
    ),
  },
  feedbackAddress: 'barrierefrei@auenfurt.example',
};

/** The counter is open, and takes what a demonstration may bring. */
export const counter: CounterSetting = {
  open: true,
  closedNote: null,
  quotas: {
    deliveriesPerAddressAndDay: 200,
    deliveriesPerDay: 2000,
    bytesPerDay: 2 * 1024 ** 3,
    checksPerAddressAndHour: 200,
  },
};
