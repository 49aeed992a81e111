import { OPERATIONS, type Access } from '../access/permissions.table.js';
import { EVERY_ROLE } from '../access/role-groups.js';
import { ACTIONS, isAction } from '../approval/actions.js';
import { PERMISSIONS, ROLES } from '../approval/roles.js';
import type { Configuration } from './configuration.js';
import { chapter, list, section, table, text, type Section } from './document.js';

/** Who may do what, who looks over whose shoulder, and how changes are found out. */
export const internalControls = (town: Configuration): Section =>
  chapter(
    'Internes Kontrollsystem',
    section('Rollen und Befugnisse', grantsTable(town), text(secondPerson)),
    section('Berechtigungen', actionsTable(), accessTable()),
    approval(town),
    signIn(town),
    section(
      'Protokoll und Siegel',
      list(
        'Jede Änderung steht mit Zeitpunkt und Person im Protokoll; es kann nur ergänzt werden.',
        'Die Einträge jedes Vorgangs sind durch SHA-256 verkettet; Siegel (Ed25519) über alle Ketten verlassen die Datenbank.',
        'Das Prüfprogramm `eingang audit verify` und die Anleitung des Exports finden jede Veränderung.',
      ),
      table(
        'Siegelschlüssel',
        ['Kennung', 'Verwendung'],
        town.sealKeys.map((id, at) => [id, at === 0 ? 'siegelt' : 'früher; prüft ältere Siegel']),
      ),
    ),
  );

const secondPerson =
  'Befugnisse, Grenzen, Anordnungsregeln, Aufbewahrung und Anmelderegeln gelten erst, wenn eine zweite Person sie bestätigt hat.';

const euro = (amount: string | null): string => (amount === null ? 'ohne Grenze' : `${germanAmount(amount)} EUR`);

const germanAmount = (amount: string): string => {
  const [whole = '', decimals = ''] = amount.split('.');
  return `${whole.replace(/\B(?=(?:\d{3})+$)/g, '.')},${decimals.padEnd(2, '0')}`;
};

const grantsTable = ({ grants }: Configuration) =>
  table(
    'Geltende Befugnisse nach Rolle',
    ['Rolle', 'Amt', 'Betragsgrenze', 'Personen'],
    grants.map(({ role, department, limit, people }) => [
      ROLES[role].de,
      department ?? 'gesamte Behörde',
      role === 'orderer' ? euro(limit) : '–',
      String(people),
    ]),
  );

const actionsTable = () =>
  table(
    'Was jede Rolle an Rechnungen darf',
    ['Rolle', 'Handlungen'],
    EVERY_ROLE.map((role) => [
      ROLES[role].de,
      Object.keys(ACTIONS)
        .filter(isAction)
        .filter((action) => PERMISSIONS[action].roles.includes(role))
        .map((action) => ACTIONS[action].label.de)
        .join(', ') || 'keine',
    ]),
  );

/** The permission table of the program, by who may: what it opens to the same people stands in one row. */
function accessTable() {
  const rows = new Map<string, string[]>();
  for (const [operation, access] of Object.entries(OPERATIONS)) {
    const who = whoMay(access);
    rows.set(who, [...(rows.get(who) ?? []), operation]);
  }
  return table(
    'Berechtigungstabelle der Schnittstelle',
    ['Zugang', 'Vorgänge'],
    [...rows].map(([who, operations]) => [who, operations.join(', ')]),
  );
}

const OPEN = {
  nothing: 'ohne Anmeldung',
  counter: 'ohne Anmeldung, am geöffneten Lieferantenschalter',
  trackingLink: 'mit dem Link der Eingangsbestätigung',
  notificationLink: 'mit dem Link einer Benachrichtigung',
  queryLink: 'mit dem Link einer Rückfrage',
} as const;

function whoMay(access: Access): string {
  if (access.kind === 'open') return OPEN[access.by];
  const people =
    access.roles === 'everyPerson' ? ['alle Angemeldeten'] : access.roles.map((role): string => ROLES[role].de);
  return [...people, ...access.scopes.map((scope) => `Schlüssel „${scope}“`)].join(', ');
}

const approval = ({ approval: set }: Configuration): Section =>
  section(
    'Vier Augen und Wertstufen',
    table(
      'Wertstufen der Anordnung',
      ['bis', 'Anordnungen verschiedener Personen'],
      set.steps.map(({ upTo, orders }) => [euro(upTo), String(orders)]),
    ),
    list(
      set.twoConfirmers
        ? 'Sachliche und rechnerische Feststellung verlangen zwei Personen.'
        : 'Eine Person darf beide Feststellungen treffen.',
      set.declineByTwoAbove === null
        ? 'Ablehnen darf eine Person.'
        : `Ablehnen über ${euro(set.declineByTwoAbove)} verlangt zwei Personen.`,
      set.orderException
        ? 'Ausnahme zugelassen: Wer festgestellt hat, darf mit Grund und zweiter Person anordnen; jede Ausnahme ist für die Prüfung gelistet.'
        : 'Wer festgestellt hat, darf nicht anordnen; eine Ausnahme ist nicht zugelassen.',
      'Niemand entscheidet über eine Rechnung, bei der er selbst Zahlungsempfänger ist.',
      'Ein geändertes Bankkonto gilt erst nach Bestätigung durch eine zweite Person.',
    ),
  );

const signIn = ({ signIn: set }: Configuration): Section =>
  section(
    'Anmeldung und zweiter Faktor',
    text(
      set.secondFactor === 'required'
        ? 'Wer anordnet oder verwaltet, weist einen zweiten Faktor nach.'
        : 'Der zweite Faktor ist freiwillig.',
    ),
    text(
      set.freshMinutes === null
        ? 'Zur Anordnung genügt die Anmeldung.'
        : `Zur Anordnung darf der Nachweis höchstens ${String(set.freshMinutes)} Minuten alt sein.`,
    ),
  );
