import { list, section, table, text, type Document } from './document.js';

/** One thing that is stored about a person: what, where it came from, and for how long it stays. */
export interface StoredItem {
  readonly what: string;
  readonly value: string;
  readonly source: string;
  readonly kept: string;
}

/** All that is stored about one person, as Art. 15 DSGVO asks for it; nothing of anybody else's. */
export interface SubjectFacts {
  readonly town: string;
  /** Who asks, as they were looked for. */
  readonly subject: string;
  readonly items: readonly StoredItem[];
  /** To whom any of it was given. */
  readonly recipients: readonly string[];
  /** There is more than what is told. */
  readonly isCut: boolean;
}

/** The answer to a data subject's request (Art. 15 DSGVO), also where nothing is stored. */
export const subjectAnswerOf = ({ town, subject, items, recipients, isCut }: SubjectFacts): Document => ({
  title: `Auskunft nach Art. 15 DSGVO: ${town}`,
  sections: [
    section('Person', text(`Gesucht wurde nach: ${subject}`)),
    section(
      'Gespeicherte Daten',
      table(
        'Angaben, Herkunft und Aufbewahrung',
        ['Angabe', 'Inhalt', 'Herkunft', 'Aufbewahrung'],
        items.map(({ what, value, source, kept }) => [what, value, source, kept]),
        'Es sind keine Daten gespeichert.',
      ),
      ...(isCut ? [text('Es gibt mehr Einträge, als hier stehen; die neuesten sind genannt.')] : []),
    ),
    section(
      'Zwecke',
      text('Empfang, Prüfung, Anordnung und Nachweis von Rechnungen; Aufbewahrung nach Abgaben- und Haushaltsrecht.'),
    ),
    section('Empfänger', recipients.length === 0 ? text('Niemand außerhalb der Behörde.') : list(...recipients)),
    section(
      'Ihre Rechte',
      text(
        'Berichtigung, Löschung und Einschränkung der Verarbeitung (Art. 16 bis 18 DSGVO), soweit keine Aufbewahrungspflicht entgegensteht; Widerspruch (Art. 21); Beschwerde bei der Aufsichtsbehörde für den Datenschutz (Art. 77). Entscheidungen werden nicht automatisiert im Sinne des Art. 22 getroffen.',
      ),
    ),
  ],
});
