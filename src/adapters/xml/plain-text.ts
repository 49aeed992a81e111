/** Characters that XML 1.0, 2.2 does not have, or beyond the first plane. */
const unusualCharacter = /[^\t\n -\ud7ff\ue000-\ufffd]/;

/** Whether it holds such a character, or the end of a CDATA section, which may not stand in text. */
export function isUnusual(text: string): boolean {
  return unusualCharacter.test(text) || text.includes(']]>');
}

const declaration =
  /^<\?xml version=(?:"1\.0"|'1\.0')(?: encoding=(?:"[A-Za-z][A-Za-z0-9._-]*"|'[A-Za-z][A-Za-z0-9._-]*'))?(?: standalone=(?:"(?:yes|no)"|'(?:yes|no)'))? ?\?>/;

/** Where the text goes on behind its declaration, if it has one; below zero where that is not written plainly. */
export function plainDeclaration(text: string): number {
  if (!text.startsWith('<?')) return 0;
  return declaration.exec(text)?.[0].length ?? -1;
}

export function isWhite(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x09) return false;
  }
  return true;
}

const otherReference = /&(?!(?:amp|lt|gt|quot|apos);)/;
const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with XML's five entities in it; null where it holds any other reference. */
export function decodeEntities(raw: string): string | null {
  if (!raw.includes('&')) return raw;
  if (otherReference.test(raw)) return null;
  return raw.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => characters[name] ?? '');
}
