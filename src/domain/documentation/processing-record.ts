import type { Configuration } from './configuration.js';
import { list, section, table, text, type Document, type Section } from './document.js';
import { retentionTable } from './procedure-operations.js';

/** The record of processing activities (Verzeichnis von Verarbeitungstätigkeiten, Art. 30 (1) DSGVO), in the order of its letters. */
export const processingRecordOf = (town: Configuration): Document => ({
  title: `Verzeichnis von Verarbeitungstätigkeiten: Rechnungseingang ${town.town.name}`,
  sections: [
    section(
      'Verantwortliche Stelle (Buchstabe a)',
      text(
        `${town.town.name}. Anschrift, Vertretung und Datenschutzbeauftragte ergänzt die Behörde; sie sind im Programm nicht hinterlegt.`,
      ),
    ),
    section(
      'Zwecke und Rechtsgrundlagen (Buchstabe b)',
      list(
        'Empfang, Prüfung, Feststellung, Anordnung und Übergabe von Rechnungen (Art. 6 Abs. 1 Buchst. c und e DSGVO; § 4a EGovG oder das entsprechende Landesrecht; Haushalts- und Kassenrecht).',
        'Nachweis, wer wann was entschieden hat (Protokoll).',
        'Aufbewahrung nach Abgaben- und Haushaltsrecht (§ 147 AO, § 14b UStG).',
      ),
    ),
    section(
      'Betroffene und Daten (Buchstabe c)',
      table(
        'Kategorien von Betroffenen und Daten',
        ['Betroffene', 'Daten'],
        [
          [
            'Beschäftigte',
            'Anmeldename, Name, Befugnisse, Vertretungen, Abwesenheiten (nur Tage), Anmeldungen, Entscheidungen, Adresse für Erinnerungen',
          ],
          [
            'Rechnungssteller und ihre Ansprechpersonen',
            'Inhalt der Rechnung, Absenderadresse, Bankverbindung, Schriftwechsel, Adresse für Benachrichtigungen',
          ],
        ],
      ),
    ),
    recipients(town),
    section('Drittländer (Buchstabe e)', text('Das Programm übermittelt von sich aus keine Daten in Drittländer.')),
    section('Löschfristen (Buchstabe f)', retentionTable(town)),
    measures(town),
  ],
});

const recipients = ({ apiKeys, mailboxes, coding }: Configuration): Section =>
  section(
    'Empfänger (Buchstabe d)',
    list(
      'Die zuständigen Ämter nach ihren Befugnissen; das Rechnungsprüfungsamt liest.',
      ...apiKeys.filter(({ scopes }) => scopes.includes('handOver')).map(({ name }) => `Finanzverfahren: ${name}`),
      ...apiKeys.filter(({ scopes }) => scopes.includes('read')).map(({ name }) => `Lesende Schnittstelle: ${name}`),
      ...mailboxes.map(({ name, server }) => `Mailserver des Postfachs ${name}: ${server}`),
      ...(coding.budgetCheck === null ? [] : ['Verfahren der Mittelprüfung: erhält Kontierungen.']),
      'Rechnungssteller: erfahren den Stand ihrer eigenen Rechnung.',
    ),
  );

const measures = ({ signIn, installation }: Configuration): Section =>
  section(
    'Technische und organisatorische Maßnahmen (Buchstabe g)',
    list(
      'Mandanten sind in der Datenbank durch erzwungene Zeilensicherheit getrennt.',
      'Kennwörter sind gehasht (Argon2id), Zugangsdaten zu Postfächern verschlüsselt (AES-256-GCM).',
      signIn.secondFactor === 'required'
        ? 'Zweiter Faktor für alle, die anordnen oder verwalten.'
        : 'Zweiter Faktor freiwillig.',
      'Protokoll mit Hashketten und Siegeln; personenbezogene Inhalte darin sind löschbar.',
      installation.documents === 'folder'
        ? 'Originale liegen in einem eigenen Ordner.'
        : 'Originale liegen in der Datenbank.',
    ),
  );
