/**
 * The check of the official rules: two capitals, two digits, up to 30 letters or digits, remainder 1 modulo 97. Only
 * the country is upper-cased; a letter counts as its code point minus 55, so small letters get other values than
 * capitals and normally fail. The country's length is not looked at.
 */
export function isIban(text: string): boolean {
  const account = text.replace(/[ \t\n\r]/g, '');
  if (!/^[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{0,30}$/.test(account)) return false;
  const rearranged = account.slice(4) + account.slice(0, 4);
  let remainder = 0;
  for (const character of rearranged) {
    const code = character.charCodeAt(0);
    const digits = String(code > 64 ? code - 55 : code - 48);
    for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 97;
  }
  return remainder === 1;
}
