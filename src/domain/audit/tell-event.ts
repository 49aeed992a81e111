import { isState, STATES, type Wording } from '../approval/lifecycle.js';
import { isRole, ROLES } from '../approval/roles.js';
import { clarificationLabel } from '../routing/clearing-reasons.js';
import { comparedIn, explainCompared } from '../routing/explain-routing.js';
import { isReminderKind, type ReminderKind } from '../reminders/reminder-kinds.js';
import { eventSentences } from './event-sentences.table.js';
import { auditEvents, isAuditEventName } from './events.js';

/** An event as it is stored; the payload may have been disposed of. */
export interface ToldEvent {
  readonly event: string;
  readonly actor: { readonly kind: string; readonly id: string; readonly onBehalfOf?: string };
  readonly facts: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>> | null;
}

/** What ids are called: people, departments, programs, rules, other invoices. */
export type NameOf = (id: string) => string | undefined;

export interface EventWords {
  /** What happened, in a few words. */
  readonly label: Wording;
  /** Who did what, to whom, and why. */
  readonly sentence: Wording;
  /** From which state to which; null where the state did not change. */
  readonly change: { readonly from: Wording; readonly to: Wording } | null;
}

type Language = 'de' | 'en';

/** Tells an event to people, in both languages. An event that the closed list does not know keeps its name. */
export function tellEvent(event: ToldEvent, nameOf: NameOf): EventWords {
  const name = event.event;
  if (!isAuditEventName(name)) {
    const asItIs = { de: name, en: name };
    return { label: asItIs, sentence: asItIs, change: null };
  }
  const { de, en } = auditEvents[name];
  return {
    label: { de, en },
    sentence: inBoth((language) => tell(event, name, language, nameOf)),
    change: changeOf(event),
  };
}

const inBoth = (words: (language: Language) => string): Wording => ({ de: words('de'), en: words('en') });

function tell(event: ToldEvent, name: keyof typeof eventSentences, language: Language, nameOf: NameOf): string {
  const value = (key: string): string | undefined => valueOf(event, key, language, nameOf);
  const sentence = eventSentences[name][language].replace(/\[([^\]]*)\]/g, (_, part: string) => {
    const keys = [...part.matchAll(/\{(\w+)\}/g)].map(([, key = '']) => key);
    return keys.some((key) => value(key) === undefined) ? '' : part;
  });
  return sentence.replace(/\{(\w+)\}/g, (_, key: string) => value(key) ?? '–').replace(/([.!?])\.$/, '$1');
}

/** Values that a sentence may quote, by the name it quotes them under; any other is looked up in payload and facts. */
const values: Readonly<Record<string, (event: ToldEvent, language: Language, nameOf: NameOf) => string | undefined>> = {
  actor: ({ actor }, language, nameOf) => actorIn(actor, language, nameOf),
  waiting: ({ facts }, language) => (facts['progress'] === 'partial' ? secondPerson[language] : undefined),
  reason: reasonOf,
  rules: ({ facts: { rules } }) =>
    Array.isArray(rules) && rules.length > 0 ? rules.map(String).join(', ') : undefined,
  role: ({ facts: { role } }, language) =>
    typeof role === 'string' && isRole(role) ? ROLES[role][language] : undefined,
  department: ({ facts }, _, nameOf) => named(facts['department'] ?? facts['departmentId'], nameOf),
  rule: ({ facts, payload }, _, nameOf) => named(facts['rule'], nameOf) ?? text(payload?.['name']),
  compared: ({ payload }, language) => {
    const told = comparedIn(payload?.['compared']).map((one) => explainCompared(one)[language]);
    return told.length === 0 ? undefined : told.join('; ');
  },
  channel: ({ facts }, _, nameOf) => named(facts['channel'], nameOf),
  apiKey: ({ facts }, _, nameOf) => named(facts['apiKey'], nameOf),
  otherInvoice: ({ facts }, _, nameOf) => named(facts['otherInvoice'], nameOf),
  holder: ({ facts }, _, nameOf) => named(facts['holder'], nameOf),
  colleague: ({ facts }, _, nameOf) => named(facts['colleague'], nameOf),
  proposer: ({ facts }, _, nameOf) => named(facts['proposedBy'], nameOf),
  person: ({ facts }, _, nameOf) => named(facts['person'], nameOf),
  reminder: ({ facts: { reminder } }, language) =>
    typeof reminder === 'string' && isReminderKind(reminder) ? reminders[reminder][language] : undefined,
  setting: ({ facts }) => text(facts['name']),
  fiscalYear: ({ facts: { fiscalYear } }) => (typeof fiscalYear === 'number' ? String(fiscalYear) : undefined),
  budget: ({ facts: { answer } }, language) =>
    typeof answer === 'string' ? budgetAnswers[answer]?.[language] : undefined,
  cause: ({ facts: { cause } }, language) => (typeof cause === 'string' ? causes[cause]?.[language] : undefined),
};

function valueOf(event: ToldEvent, key: string, language: Language, nameOf: NameOf): string | undefined {
  const own = values[key];
  return own ? own(event, language, nameOf) : (text(event.payload?.[key]) ?? text(event.facts[key]));
}

const secondPerson = { de: 'eine zweite Person muss noch zustimmen', en: 'a second person has still to agree' };

const budgetAnswers: Readonly<Record<string, Wording>> = {
  yes: { de: 'Mittel sind verfügbar', en: 'funds are available' },
  no: { de: 'Mittel fehlen', en: 'funds are lacking' },
  unknown: { de: 'keine Auskunft', en: 'no answer' },
};

const reminders: Readonly<Record<ReminderKind, Wording>> = {
  unclaimed: { de: 'noch nicht übernommen', en: 'not taken on yet' },
  unconfirmed: { de: 'noch nicht festgestellt', en: 'not confirmed yet' },
  unordered: { de: 'noch nicht angeordnet', en: 'not ordered yet' },
  unanswered: { de: 'Rückfrage ohne Antwort', en: 'query without an answer' },
  skonto: { de: 'Skonto läuft ab', en: 'discount about to be lost' },
  interest: { de: 'Verzug hat begonnen', en: 'default has begun' },
  escalation: { de: 'liegt im Amt zu lange', en: 'waits too long in the department' },
};

const causes: Readonly<Record<string, Wording>> = {
  noAddress: { de: 'keine E-Mail-Adresse hinterlegt', en: 'no mail address is known' },
  nobodyThere: { de: 'niemand ist dafür da', en: 'nobody is there for it' },
  locked: { de: 'der Zugang war gesperrt', en: 'the access was locked' },
  password: { de: 'das Kennwort stimmte nicht', en: 'the password was wrong' },
};

/** Codes that stand as a reason in the facts and are told otherwise: the verdict by its rules, routing by what led there. */
const toldOtherwise: ReadonlySet<unknown> = new Set(['verdict', 'leitwegId', 'rule']);

function reasonOf({ facts, payload }: ToldEvent, language: Language): string | undefined {
  const given = text(payload?.['reason']);
  if (given !== undefined) return given.replace(/\.$/, '');
  const code = text(facts['reason']);
  return code === undefined || toldOtherwise.has(code) ? undefined : (clarificationLabel(code)?.[language] ?? code);
}

const machines: Readonly<Record<string, Wording>> = {
  worker: { de: 'Die automatische Bearbeitung', en: 'The automatic processing' },
  counter: { de: 'Der Lieferantenschalter', en: 'The supplier counter' },
  commandLine: { de: 'Die Systemverwaltung', en: 'The system administration' },
  supplier: { de: 'Der Lieferant', en: 'The supplier' },
};

const unknown = {
  person: { de: 'Eine Person', en: 'A person' },
  apiKey: { de: 'Ein Programm', en: 'A program' },
} as const;

function actorIn(actor: ToldEvent['actor'], language: Language, nameOf: NameOf): string {
  const name = nameOf(actor.id);
  if (actor.kind === 'apiKey') {
    if (name === undefined) return unknown.apiKey[language];
    return language === 'de' ? `Das Programm „${name}“` : `The program “${name}”`;
  }
  if (actor.kind !== 'person') return machines[actor.id]?.[language] ?? supplier[language];
  const principal = actor.onBehalfOf === undefined ? undefined : (nameOf(actor.onBehalfOf) ?? '–');
  const deputy = language === 'de' ? `in Vertretung von ${principal ?? ''}` : `acting for ${principal ?? ''}`;
  return `${name ?? unknown.person[language]}${principal === undefined ? '' : ` (${deputy})`}`;
}

const supplier = { de: 'Der Absender', en: 'The sender' };

function changeOf({ facts: { from, to } }: ToldEvent): EventWords['change'] {
  if (typeof from !== 'string' || typeof to !== 'string' || from === to || !isState(from) || !isState(to)) return null;
  return { from: STATES[from].label, to: STATES[to].label };
}

const named = (id: unknown, nameOf: NameOf): string | undefined => (typeof id === 'string' ? nameOf(id) : undefined);

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
