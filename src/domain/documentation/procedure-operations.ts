import { RETENTION_CLASSES, type RetentionClass } from '../retention/retention.js';
import type { Configuration } from './configuration.js';
import { chapter, list, section, table, text, type Section } from './document.js';

const STARTS = {
  endOfYear: 'Ende des Kalenderjahres des Eingangs',
  accountsAdopted: 'Ende des Jahres, in dem der Jahresabschluss festgestellt wurde',
} as const;

/** How it is run: retention, reminders, backup. */
export const operations = (town: Configuration): Section =>
  chapter(
    'Betriebsdokumentation',
    section(
      'Aufbewahrung und Löschung',
      retentionTable(town),
      table(
        'Festgestellte Jahresabschlüsse',
        ['Haushaltsjahr', 'festgestellt im Jahr'],
        town.retention.adoptions.map(({ fiscalYear, adoptedIn }) => [String(fiscalYear), String(adoptedIn)]),
      ),
      text(
        'Gelöscht wird erst nach Ablauf der Frist, auf Vorschlag einer Person und mit Bestätigung einer zweiten; ein Löschprotokoll bleibt. Gesperrte Rechnungen werden nicht gelöscht.',
      ),
    ),
    reminders(town),
    section('Datensicherung', list(...backup(town))),
  );

/** Also what other documents say about retention. */
export const retentionTable = ({ retention: { classes } }: Configuration) =>
  table(
    'Aufbewahrungsklassen',
    ['Klasse', 'Jahre', 'Beginn der Frist'],
    retentionClasses.map((name) => [
      RETENTION_CLASSES[name].label.de,
      String(classes[name].years),
      name === 'staff' ? 'Ende des Jahres des Ausscheidens' : STARTS[classes[name].start],
    ]),
  );

const retentionClasses = ['voucher', 'letter', 'other', 'staff'] as const satisfies readonly RetentionClass[];

const waits = (days: number | null): string => (days === null ? 'aus' : `nach ${String(days)} Arbeitstagen`);

function reminders({ reminders: set, place }: Configuration): Section {
  if (!set.on) return section('Erinnerungen', text('Erinnerungen an Beschäftigte sind ausgeschaltet.'));
  return section(
    'Erinnerungen',
    text(`An Arbeitstagen um ${set.time} Uhr; Feiertage: ${place.land ?? 'nur bundeseinheitliche'}.`),
    table(
      'Erinnerungen an Beschäftigte',
      ['Anlass', 'Erinnerung'],
      [
        ['nicht übernommen', waits(set.unclaimed)],
        ['nicht festgestellt', waits(set.unconfirmed)],
        ['nicht angeordnet', waits(set.unordered)],
        ['Rückfrage ohne Antwort', waits(set.unanswered)],
        ['Leitung des Amtes erfährt davon', waits(set.escalation)],
        ['Skonto', set.skonto === null ? 'aus' : `${String(set.skonto)} Arbeitstage vor Ablauf`],
        ['Verzug', set.interest ? 'sobald er begonnen hat' : 'aus'],
      ],
    ),
  );
}

/** What has to be in a backup follows from where things lie; when it runs is the operator's, and is not known here. */
const backup = ({ installation }: Configuration): readonly string[] => [
  installation.database === 'server'
    ? 'Datenbank: PostgreSQL auf eigenem Server; gesichert wird sie mit dessen Werkzeugen.'
    : 'Datenbank: mitgelieferte PostgreSQL im Datenordner; gesichert wird eine Kopie des Ordners bei angehaltenem Dienst.',
  installation.documents === 'folder'
    ? 'Originale: in einem Ordner, der mit der Datenbank zusammen gesichert werden muss.'
    : 'Originale: in der Datenbank, mit ihr gesichert.',
  'Installations- und Siegelschlüssel sowie die Siegeldatei liegen außerhalb der Datenbank und sind getrennt zu sichern.',
  'Zeitplan und Aufbewahrung der Sicherungen sind im Programm nicht eingestellt; sie legt der Betrieb fest und ergänzt sie hier.',
];
