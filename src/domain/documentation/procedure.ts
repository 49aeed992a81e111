import { chapter, list, section, text, type Document, type Section } from './document.js';
import type { Configuration } from './configuration.js';
import { internalControls } from './procedure-controls.js';
import { operations } from './procedure-operations.js';
import { technicalDescription } from './procedure-technical.js';

/**
 * The Verfahrensdokumentation in the order that the GoBD name (margin number 152): general description, documentation for
 * users, technical and operational documentation, and the internal control system.
 */
export const procedureOf = (town: Configuration): Document => ({
  title: `Verfahrensdokumentation Rechnungseingang: ${town.town.name}`,
  sections: [
    generalDescription(town),
    userDocumentation(town),
    technicalDescription(town),
    operations(town),
    internalControls(town),
  ],
});

const generalDescription = ({ town, departments, counter }: Configuration): Section =>
  chapter(
    'Allgemeine Beschreibung',
    section(
      'Zweck',
      text(
        `${town.name} nimmt mit Eingang elektronische Rechnungen entgegen, prüft sie nach EN 16931 und XRechnung, ordnet sie Ämtern zu, lässt sie sachlich und rechnerisch feststellen und anordnen und übergibt sie an das Finanzverfahren.`,
      ),
      text(
        'Dieses Dokument ist aus der geltenden Konfiguration erzeugt. Es nennt keine Personen und keine Geheimnisse.',
      ),
    ),
    section(
      'Organisation',
      text(`Kurzname des Mandanten: ${town.slug}. Ämter: ${String(departments.length)}.`),
      list(...departments.map(({ code, name }) => `${code}: ${name}`)),
    ),
    section(
      'Öffentlicher Zugang',
      text(
        counter.open
          ? 'Der Lieferantenschalter im Internet ist geöffnet.'
          : 'Der Lieferantenschalter im Internet ist geschlossen.',
      ),
    ),
  );

const userDocumentation = ({ coding }: Configuration): Section =>
  chapter(
    'Anwenderdokumentation',
    section(
      'Weg einer Rechnung',
      list(
        'Eingang: Das Original wird Byte für Byte aufbewahrt, bevor der Empfang bestätigt wird.',
        'Prüfung: Format, Struktur und Geschäftsregeln; jedes Ergebnis steht mit den benutzten Regelwerken im Prüfbericht.',
        'Klärung: Zweifelsfälle (unbekannte Leitweg-ID, Dublettenverdacht, geändertes Konto, sonstige Rechnung) entscheidet eine Person im Klärkorb.',
        'Zuordnung: nach Leitweg-ID und den Zuordnungsregeln in den Amtskorb.',
        'Feststellung: sachlich und rechnerisch, durch Personen mit schriftlicher Befugnis.',
        'Anordnung: innerhalb der Befugnis nach Betrag und Amt; wer festgestellt hat, ordnet nicht an.',
        'Übergabe: Das Finanzverfahren holt die angeordnete Fassung ab, quittiert sie und meldet die Zahlung.',
      ),
    ),
    section(
      'Kontierung',
      text(
        coding.requiredForOrder
          ? 'Eine Anordnung verlangt Kontierung, Konto und Fälligkeit.'
          : 'Eine Anordnung verlangt keine Kontierung; das Finanzverfahren kontiert.',
      ),
      text(
        coding.budgetCheck === null
          ? 'Eine Mittelprüfung ist nicht angeschlossen.'
          : `Verfügbare Mittel werden erfragt bei ${originOf(coding.budgetCheck.url)}.`,
      ),
    ),
  );

/** Nothing of an address's path or query: a key may stand in it. */
export const originOf = (url: string): string => /^https?:\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(url)?.[1] ?? 'unbekannt';
