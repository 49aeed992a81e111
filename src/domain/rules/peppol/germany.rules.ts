import { normalized } from '../engine/path.js';
import { someText } from '../engine/questions.js';
import type { Rule } from '../engine/rule.js';
import { nationalRules } from '../xrechnung/national.rules.js';
import { transitionalRules } from '../xrechnung/transitional.rules.js';
import { isGermanTrade } from './billing.rules.js';

/** What Peppol took over from XRechnung: its id there, its id here, level and test where they differ. */
const rows: readonly (readonly [of: string, id: string, own?: Partial<Rule>])[] = [
  ['BR-DE-1', 'DE-R-001'],
  ['BR-DE-2', 'DE-R-002'],
  ['BR-DE-3', 'DE-R-003'],
  ['BR-DE-4', 'DE-R-004'],
  ['BR-DE-5', 'DE-R-005'],
  ['BR-DE-6', 'DE-R-006'],
  ['BR-DE-7', 'DE-R-007'],
  ['BR-DE-8', 'DE-R-008'],
  ['BR-DE-9', 'DE-R-009'],
  ['BR-DE-10', 'DE-R-010'],
  ['BR-DE-11', 'DE-R-011'],
  ['BR-DE-14', 'DE-R-014'],
  ['BR-DE-15', 'DE-R-015'],
  ['BR-DE-16', 'DE-R-016'],
  ['BR-DE-17', 'DE-R-017'],
  ['BR-DE-18', 'DE-R-018'],
  ['BR-DE-19', 'DE-R-019'],
  ['BR-DE-20', 'DE-R-020'],
  ['BR-DE-22', 'DE-R-022'],
  ['BR-DE-23-a', 'DE-R-023-1'],
  ['BR-DE-23-b', 'DE-R-023-2'],
  ['BR-DE-24-a', 'DE-R-024-1'],
  ['BR-DE-24-b', 'DE-R-024-2'],
  ['BR-DE-25-a', 'DE-R-025-1'],
  ['BR-DE-25-b', 'DE-R-025-2'],
  ['BR-DE-26', 'DE-R-026'],
  ['BR-DE-27', 'DE-R-027'],
  ['BR-DE-28', 'DE-R-028', { holds: someText('BT-43', isMailAddress) }],
  ['BR-DE-30', 'DE-R-030'],
  ['BR-DE-31', 'DE-R-031'],
  ['BR-TMP-2', 'DE-R-T02', { severity: 'warning' }],
];

/** German law between two Germans (DE-R): rows of XRechnung, in UBL alone. */
export const germanRules: readonly Rule[] = rows.map(([of, id, own]) => {
  const row = [...nationalRules, ...transitionalRules].find((rule) => rule.id === of);
  if (!row) throw new Error(`XRechnung has no rule ${of}`);
  return { ...row, ...own, id, on: inUbl(row.on), when: isGermanTrade };
});

function inUbl(on: Rule['on']): Rule['on'] {
  return { ubl: typeof on === 'string' ? on : (on.ubl ?? '') };
}

const atom = '[a-zA-Z0-9!#$%&"*+/=?^_`{|}~-]+';
const label = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const mailForm = new RegExp(`^${atom}(?:\\.${atom})*@(?:${label}\\.)+${label}$`);

/** Stricter than XRechnung's own rule: only ASCII, no dot at an end, labels of a domain neither begin nor end with -. */
function isMailAddress(value: string): boolean {
  return mailForm.test(normalized(value));
}
