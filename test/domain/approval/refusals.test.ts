import { REFUSAL_CODES, explain, refuse } from '../../../src/domain/approval/refusals.js';

describe('a refusal in words', () => {
  it('says what, why and what to do next, in both languages', () => {
    const refusal = refuse('aboveLimit', { action: 'order', amount: '1234567', limit: '5' });
    expect(explain(refusal, 'de')).toBe(
      'Der Betrag von 12.345,67 € liegt über der Grenze von 0,05 €, bis zu der Sie befugt sind. ' +
        'Bitte geben Sie die Rechnung an jemanden mit höherer Grenze.',
    );
    expect(explain(refusal, 'en')).toBe(
      'The amount of €12,345.67 is above your limit of €0.05. Pass the invoice to somebody with a higher limit.',
    );
  });

  it('puts states, actions, roles, days and people into words', () => {
    const states = refuse('wrongState', { action: 'order', state: 'routed', states: 'confirmed query' });
    expect(explain(states, 'de')).toBe(
      '„Anordnen“ geht nicht, solange die Rechnung im Stand „Zugeordnet“ ist. Möglich ist es im Stand: Festgestellt, Rückfrage.',
    );
    const ended = refuse('grantExpired', { person: 'p1', roles: 'orderer cashier', day: '2026-02-28' });
    expect(explain(ended, 'de', { p1: 'Otto Ort' })).toContain(
      'von Otto Ort (Anordnungsbefugnis, Kasse) ist am 28.02.2026',
    );
    expect(explain(ended, 'en')).toContain('of p1 (Authority to order, Cash office) ended on 2026-02-28');
  });

  it('shows a value that it has no words for as it is, and an absent one as nothing', () => {
    const refusal = refuse('wrongState', { action: 'dance', state: 'toString', states: 'gone' });
    expect(explain(refusal, 'en')).toBe(
      '“dance” is not possible while the invoice is “toString”. It is possible in: gone.',
    );
    expect(explain(refuse('noGrant', { roles: 'jester' }), 'en')).toContain('roles: jester.');
    expect(explain(refuse('claimedBySomeoneElse', {}), 'en')).toMatch(/^ is working/);
  });

  it('leaves no placeholder of any code unfilled', () => {
    const names = 'action state states roles amount limit day person principal holder currency limitCharacters missing';
    const values = Object.fromEntries(names.split(' ').map((name) => [name, '4711']));
    expect(REFUSAL_CODES.length).toBeGreaterThan(20);
    for (const code of REFUSAL_CODES) {
      for (const language of ['de', 'en'] as const) {
        const sentence = explain(refuse(code, values), language);
        expect(sentence).toMatch(/^[^{}]{40,}[.]$/);
        expect(sentence).not.toContain('  ');
      }
    }
  });
});
