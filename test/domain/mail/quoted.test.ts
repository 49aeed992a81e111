import { quoted } from '../../../src/domain/mail/answers-layout.js';

describe('Words of somebody else', () => {
  it.each([
    ['https://boese.example/x', 'boese. example/x'],
    ['siehe boese.example.', 'siehe boese. example.'],
    ['a.boese.example/rechnung', 'a. boese. example/rechnung'],
    ['opfer@boese.example', 'opfer@boese. example'],
    ['boese。example', 'boese. example'],
    ['boese.zip.example', 'boese. zip. example'],
  ])('are no link: %s', (text, said) => {
    expect(quoted(text, 100)).toBe(said);
  });

  it.each(['rechnung-1.xml', 'Rechnung.2026.pdf', 'R.2026.001', '2026.RE.01', 'Nr. 5 vom 3.4.2026', 'Müller u. Söhne'])(
    'stay as they are otherwise: %s',
    (text) => {
      expect(quoted(text, 100)).toBe(text);
    },
  );
});
