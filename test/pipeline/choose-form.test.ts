import { chooseForm, type ExaminedForm } from '../../src/pipeline/choose-form.js';
import type { ExaminedDocument } from '../../src/domain/validation/examination.js';
import { aDocument, anInvoice, examined } from './town-hall.js';

const form = (fileName: string, answer: ExaminedForm['answer']): ExaminedForm => ({
  form: { partId: fileName, fileName, sha256: '' },
  answer,
});
const judged = (fileName: string, verdict: ExaminedDocument['verdict']) =>
  form(fileName, examined(aDocument(anInvoice('1'), { verdict })));
const broken = form('broken', { kind: 'broke', cause: 'memory' });

/** The name of the form that counts, or why nobody knows yet. */
const chosen = (forms: readonly ExaminedForm[]): string => {
  const choice = chooseForm(forms);
  return choice.kind === 'chosen' ? choice.chosen.form.fileName : `again: ${choice.cause}, ${String(choice.counts)}`;
};

describe('of several forms of an invoice', () => {
  it.each([
    ['the first acceptable one', [judged('bad', 'rejected'), judged('good', 'acceptedWithRemarks')], 'good'],
    ['an acceptable one though another broke its reader', [broken, judged('good', 'accepted')], 'good'],
    [
      'none yet, where one broke its reader and no other will do',
      [judged('bad', 'rejected'), broken],
      'again: memory, true',
    ],
    ['one that may be acceptable', [judged('bad', 'rejected'), judged('dark', 'couldNotBeChecked')], 'dark'],
    ['the one that was read, where none will do', [judged('bad', 'rejected'), judged('paper', 'notAnEInvoice')], 'bad'],
    [
      'none yet, and no attempt is lost, where the reader cannot be asked',
      [judged('good', 'accepted'), form('later', { kind: 'unavailable', cause: 'closed' })],
      'again: closed, false',
    ],
  ] as const)('%s counts', (_what, forms, outcome) => {
    expect(chosen(forms)).toBe(outcome);
  });

  it('tells of the others what was found in them', () => {
    const choice = chooseForm([judged('bad', 'rejected'), judged('good', 'accepted')]);
    expect(choice).toMatchObject({ others: [{ form: { fileName: 'bad' }, judgement: { kind: 'rejected' } }] });
  });

  it('has one at least', () => {
    expect(() => chooseForm([])).toThrow('one form at least');
  });
});
