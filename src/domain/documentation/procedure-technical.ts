import type { Configuration } from './configuration.js';
import { conditionInWords } from './condition-words.js';
import { chapter, list, section, table, text, type Section } from './document.js';

const CHANNELS: Readonly<Record<string, string>> = {
  api: 'Schnittstelle',
  upload: 'Lieferantenschalter',
  mail: 'E-Mail',
  folder: 'Ordner',
  peppol: 'Peppol',
};

const SECURITY: Readonly<Record<string, string>> = { tls: 'TLS', starttls: 'STARTTLS', none: 'ohne Verschlüsselung' };

const SCOPES: Readonly<Record<string, string>> = { deliver: 'Einliefern', handOver: 'Übergabe', read: 'Lesen' };

const wholeAuthority = 'gesamte Behörde';

/** Systems, ways in and out, rules and versions. */
export const technicalDescription = (town: Configuration): Section =>
  chapter(
    'Technische Systemdokumentation',
    software(town),
    waysIn(town),
    section(
      'Leitweg-IDs',
      table(
        'Leitweg-IDs und Ämter',
        ['Leitweg-ID', 'Amt'],
        town.leitwegIds.map(({ leitwegId, department }) => [leitwegId, department ?? wholeAuthority]),
      ),
    ),
    section(
      'Zuordnungsregeln',
      text(
        `Fassung ${String(town.rulesVersion)}. Die Regeln werden der Reihe nach geprüft; die erste passende entscheidet.`,
      ),
      table(
        'Zuordnungsregeln in ihrer Reihenfolge',
        ['Nr.', 'Name', 'Bedingung', 'Amt'],
        town.rules.map(({ name, when, department }, at) => [String(at + 1), name, conditionInWords(when), department]),
      ),
    ),
    handOver(town),
    section('Regelwerke der Prüfung', list(...town.books)),
  );

const software = ({ installation }: Configuration): Section =>
  section(
    'Software',
    table(
      'Software und Ablage',
      ['Teil', 'Stand'],
      [
        ['Eingang', `Version ${installation.softwareVersion}`],
        [
          'Datenbank',
          installation.database === 'server'
            ? 'PostgreSQL, eigener Server'
            : 'PostgreSQL, mitgeliefert (nur zur Erprobung)',
        ],
        ['Warteschlange', installation.queue === 'redis' ? 'Redis' : 'PostgreSQL'],
        ['Originale', installation.documents === 'folder' ? 'Ordner außerhalb der Datenbank' : 'in der Datenbank'],
        ['Größte Datei', `${String(installation.fileMb)} MB`],
      ],
    ),
  );

const waysIn = ({ channels, mailboxes, installation }: Configuration): Section =>
  section(
    'Eingangskanäle und Postfächer',
    table(
      'Eingangskanäle',
      ['Art', 'Name'],
      channels.map(({ kind, name }) => [CHANNELS[kind] ?? kind, name]),
    ),
    table(
      'Postfächer',
      ['Name', 'Adresse', 'Server', 'Verbindung', 'Sammelzustellung eines Portals', 'Antworten'],
      mailboxes.map(({ name, address, server, security, isRelay, answers }) => [
        ...[name, address, server, SECURITY[security] ?? security],
        ...[isRelay ? 'ja' : 'nein', answers ? 'ja' : 'nein'],
      ]),
    ),
    text(
      installation.sendsMail
        ? 'Antworten ohne eigenes Postfach verlassen das Haus über den Mailserver der Installation.'
        : 'Die Installation hat keinen eigenen Mailserver für Antworten.',
    ),
  );

const handOver = ({ apiKeys }: Configuration): Section =>
  section(
    'Schnittstellen und Übergabe an Finanzverfahren',
    text(
      'Das Finanzverfahren holt angeordnete Rechnungen über die HTTP-Schnittstelle ab und meldet Übernahme, Ablehnung und Zahlung. Von Schlüsseln ist nur ein Hash gespeichert.',
    ),
    table(
      'Schnittstellenschlüssel',
      ['Name', 'Rechte', 'gültig bis'],
      apiKeys.map(({ name, scopes, until }) => [name, scopes.map((scope) => SCOPES[scope] ?? scope).join(', '), until]),
    ),
  );
