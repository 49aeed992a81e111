import { judge, type ExaminationDoubt, type Judgement } from './judge-examination.js';
import type { InvoiceFormPart } from './ports/delivery-records.js';
import type { ExaminerAnswer } from './ports/examiner.js';

/** A file that claims to be the invoice, and what its examination brought. `partId` null: the one it has been read from. */
export interface ExaminedForm {
  readonly form: Omit<InvoiceFormPart, 'partId'> & { readonly partId: string | null };
  readonly answer: ExaminerAnswer | { readonly kind: 'broke'; readonly cause: 'originalMissing' };
}

interface JudgedForm {
  readonly form: ExaminedForm['form'];
  readonly judgement: Judgement;
}

export type Choice =
  | { readonly kind: 'chosen'; readonly chosen: JudgedForm; readonly others: readonly JudgedForm[] }
  | { readonly kind: 'again'; readonly cause: string; readonly counts: boolean };

/**
 * Which of an invoice's forms carries it: the first one that is acceptable; else one that a person has to look at because
 * it may be; else the one it has been read from. As long as one has broken its reader and none is acceptable, nobody knows.
 */
export function chooseForm(forms: readonly ExaminedForm[]): Choice {
  const judged: JudgedForm[] = [];
  for (const { form, answer } of forms) {
    if (answer.kind === 'unavailable') return { kind: 'again', cause: answer.cause, counts: false };
    if (answer.kind === 'examined') judged.push({ form, judgement: judge(answer.examination) });
  }
  const broken = forms.flatMap(({ answer }) => (answer.kind === 'broke' ? [answer.cause] : []))[0];
  const acceptable = judged.find(({ judgement }) => judgement.kind === 'accepted');
  if (acceptable === undefined && broken !== undefined) return { kind: 'again', cause: broken, counts: true };
  const doubtful = judged.find(({ judgement }) => judgement.kind === 'clarification' && maybe.has(judgement.reason));
  const chosen = acceptable ?? doubtful ?? judged[0];
  if (chosen === undefined) throw new Error('an invoice has one form at least');
  return { kind: 'chosen', chosen, others: judged.filter((one) => one !== chosen) };
}

/** Doubts behind which an acceptable invoice may lie; a picture without data is none. */
const maybe: ReadonlySet<ExaminationDoubt> = new Set<ExaminationDoubt>(['couldNotBeChecked', 'severalInvoices']);
