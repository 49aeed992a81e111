import type { ClearingReason } from '../src/domain/routing/route.js';
import type { Verdict } from '../src/domain/validation/examination.js';
import type { DepartmentCode } from './town.js';

/** What must have become of a demo file when intake is done with it, before any person has touched it. */
export interface ExpectedOutcome {
  readonly state: 'routed' | 'clarification' | 'rejected';
  /** Where it waits; null if rejected or in the clearing queue. */
  readonly department: DepartmentCode | null;
  /** Why it is in the clearing queue; null otherwise. */
  readonly reason: ExpectedReason | null;
  readonly verdict: Verdict;
  /** Exactly the fatal rules that must be found. */
  readonly rules: readonly string[];
  /** The file whose bytes these are: a delivery of its own, no second invoice. */
  readonly repeatOf: string | null;
}

/** What the pipeline doubts itself, and what routing does. */
export type ExpectedReason =
  ClearingReason | 'suspectedDuplicate' | 'accountChanged' | 'notAnEInvoice' | 'couldNotBeChecked';

/** By file name: feeds the demonstration's own check and the tests. */
export const expectedOutcomes = {
  '01-it-wartung-ubl.xml': routed('HAUPTAMT'),
  '02-strassenbau-skonto-ubl.xml': routed('TIEFBAU'),
  '03-gutschrift-ubl.xml': routed('TIEFBAU'),
  '04-rechnungskorrektur-ubl.xml': routed('HAUPTAMT'),
  '05-buerobedarf-cii.xml': routed('SCHULE'),
  '06-strom-xrechnung.pdf': routed('GEBAEUDE'),
  '07-schulmoebel-facturx.pdf': routed('SCHULE'),
  '08-lizenzen-franken-ubl.xml': routed('HAUPTAMT'),
  '09-gutachten-mit-anlage-ubl.xml': routed('TIEFBAU'),
  '10-fenster-bestellbezug-cii.xml': routed('GEBAEUDE'),
  '11-unbekannte-leitweg-id-ubl.xml': clarification('leitwegIdUnknown', 'accepted'),
  '12-falsche-pruefziffer-ubl.xml': clarification('leitwegIdInvalid', 'accepted'),
  '13-falsche-summen-ubl.xml': rejected('BR-CO-10', 'BR-CO-13', 'BR-CO-15'),
  '14-ohne-leitweg-id-ubl.xml': rejected('BR-DE-15'),
  '15-ohne-ansprechpartner-cii.xml': rejected('BR-DE-2'),
  '16-nicht-wohlgeformt.xml': rejected('FORMAT-NOT-WELL-FORMED'),
  '17-falsche-struktur-ubl.xml': rejected('STRUCTURE-UNEXPECTED'),
  '18-nur-minimum.pdf': { ...clarification('notAnEInvoice', 'notAnEInvoice'), rules: ['FORMAT-PROFILE'] },
  '19-ohne-daten.pdf': clarification('notAnEInvoice', 'notAnEInvoice'),
  '20-entity-bombe.xml': rejected('FORMAT-DTD'),
  '21-fuenfhundert-zeilen-ubl.xml': routed('SCHULE'),
  '22-dublette-als-cii.xml': clarification('suspectedDuplicate', 'accepted'),
  '23-neue-bankverbindung-ubl.xml': clarification('accountChanged', 'accepted'),
  '24-noch-einmal-dieselbe-datei.xml': { ...routed('HAUPTAMT'), repeatOf: '01-it-wartung-ubl.xml' },
} satisfies Readonly<Record<string, ExpectedOutcome>>;

export type DemoFileName = keyof typeof expectedOutcomes;

export function routed(department: DepartmentCode): ExpectedOutcome {
  return { state: 'routed', department, reason: null, verdict: 'accepted', rules: [], repeatOf: null };
}

export function clarification(reason: ExpectedReason, verdict: Verdict): ExpectedOutcome {
  return { state: 'clarification', department: null, reason, verdict, rules: [], repeatOf: null };
}

export function rejected(...rules: readonly string[]): ExpectedOutcome {
  return { state: 'rejected', department: null, reason: null, verdict: 'rejected', rules, repeatOf: null };
}
