import { nameBytes, readableName } from '../../../src/domain/mail/file-names.js';

describe('A file name', () => {
  it.each([
    ['rechnung.xml', 'rechnung.xml'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\a\\Rechnung.pdf', 'Rechnung.pdf'],
    ['a\u0000b\u0007.xml', 'ab.xml'],
    ['rechnung\u202efdp.exe', 'rechnungfdp.exe'],
    ['  .. rechnung.xml . ', 'rechnung.xml'],
    ['COM1.xml', '_COM1.xml'],
    ['con', '_con'],
    ['a<b>:c?.xml', 'a_b__c_.xml'],
    ['zwei\r\nZeilen.pdf', 'zweiZeilen.pdf'],
    ['u\u0308ber.pdf', 'über.pdf'],
    ['half \ud800.xml', 'half \ufffd.xml'],
    ['ordner/', 'ordner'],
  ])('%j is shown as %j', (raw, shown) => {
    expect(readableName(raw, 'xml', 3)).toBe(shown);
  });

  it.each([[null], [''], ['...'], ['/'], ['\u200b']])('that is none (%j) becomes one that says what it is', (raw) => {
    expect(readableName(raw, 'pdf', 3)).toBe('Anhang-3.pdf');
    expect(readableName(raw, 'unknown', 3)).toBe('Anhang-3');
  });

  it.each([
    ['a'.repeat(300), ''],
    [`${'ß'.repeat(200)}.xml`, '.xml'],
    [`${'💶'.repeat(100)}.pdf`, '.pdf'],
    [`x.${'y'.repeat(300)}`, ''],
  ])('is cut to what a row takes, its extension kept', (raw, extension) => {
    const name = readableName(raw, 'xml', 1);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(nameBytes);
    expect(Buffer.byteLength(name)).toBeGreaterThan(nameBytes - 5);
    expect(name.endsWith(`…${extension}`)).toBe(true);
    expect(name.isWellFormed()).toBe(true);
  });
});
