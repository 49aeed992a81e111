import {
  CLARIFICATIONS,
  clarificationLabel,
  clarificationSentence,
} from '../../../src/domain/routing/clearing-reasons.js';

describe('why an invoice waits in clarification', () => {
  it.each(Object.keys(CLARIFICATIONS))('%s says what is the matter and what to do, in both languages', (reason) => {
    for (const wording of [clarificationSentence(reason, '04011000-1234512345-07'), clarificationLabel(reason)]) {
      expect(wording?.de).toMatch(/^\P{Ll}[^{}]*$/u);
      expect(wording?.en).toMatch(/^\P{Ll}[^{}]*$/u);
    }
    expect(clarificationSentence(reason, null)?.de.length).toBeGreaterThan(80);
  });

  it('quotes the Leitweg-ID and the check digits it should have', () => {
    expect(clarificationSentence('leitwegIdInvalid', ' 04011000-1234512345-07 ')?.de).toContain(
      '„04011000-1234512345-07“ ist falsch geschrieben (richtig wären die Prüfziffern 06)',
    );
  });

  it('has no words for a reason that it does not know', () => {
    expect(clarificationSentence('toString', null)).toBeNull();
    expect(clarificationLabel('constructor')).toBeUndefined();
  });
});
