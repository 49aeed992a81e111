import type { State } from '../approval/lifecycle.js';

/**
 * What staff are reminded of. The first four wait for somebody, `skonto` is about to be lost, with `interest` default has
 * begun, and by `escalation` the department's lead hears of what has waited long.
 */
export const REMINDER_KINDS = [
  'unclaimed',
  'unconfirmed',
  'unordered',
  'unanswered',
  'skonto',
  'interest',
  'escalation',
] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

export const isReminderKind = (text: string): text is ReminderKind => REMINDER_KINDS.some((kind) => kind === text);

/** The states in which a reminder of a kind is true, as far as the state tells. */
export const REMINDED_STATES: Readonly<Record<ReminderKind, readonly State[]>> = {
  unclaimed: ['routed'],
  unconfirmed: ['in_review'],
  unordered: ['confirmed'],
  unanswered: ['query'],
  skonto: ['clarification', 'routed', 'in_review', 'query', 'confirmed', 'approved'],
  interest: ['clarification', 'routed', 'in_review', 'query', 'confirmed', 'approved'],
  escalation: ['routed', 'in_review', 'confirmed'],
};

/** How somebody is told: each reminder in a mail of its own, all of a day in one, or nothing but escalations. */
export const REMINDER_MODES = ['each', 'digest', 'none'] as const;
export type ReminderMode = (typeof REMINDER_MODES)[number];

/** Whether a reminder reaches somebody who chose like that: what escalates reaches everybody. */
export const isWanted = (kind: ReminderKind, mode: ReminderMode): boolean => mode !== 'none' || kind === 'escalation';
