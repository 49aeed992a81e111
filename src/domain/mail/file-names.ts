import type { ContentKind } from './piece.js';

/** What a database row and most file systems take. */
export const nameBytes = 255;

/** Names that Windows keeps for devices, whatever their extension. */
const deviceName = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** Control characters; signs that turn the direction of writing or have no width (Unicode 16, Bidi_Control and others). */
const unseen = /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** Not allowed in names on Windows, or misread by one shell or the other. */
const forbidden = /[<>:"|?*]/g;

/**
 * A name that can be shown, stored and saved anywhere: the last step of a path, without what cannot be seen, at most 255
 * bytes with its extension. What is left without a name gets one that says what it is.
 */
export function readableName(raw: string | null, kind: ContentKind, position: number): string {
  const seen = (raw ?? '').slice(0, longestLooked).toWellFormed().normalize('NFC').replace(unseen, '');
  const last = seen.split(/[/\\]/).filter(hasLetters).at(-1) ?? '';
  const name = last
    .replace(forbidden, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (name === '') return nameFor(kind, position);
  return shortened(deviceName.test(name) ? `_${name}` : name);
}

/** Names of more characters are hostile or broken; the end is looked at too, because the extension stands there. */
const longestLooked = 100_000;

const hasLetters = (step: string): boolean => /[^. ]/.test(step);

function shortened(name: string): string {
  if (bytesOf(name) <= nameBytes) return name;
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && name.length - dot <= 10 ? name.slice(dot) : '';
  const stem = extension === '' ? name : name.slice(0, dot);
  let kept = '';
  let room = nameBytes - bytesOf(extension) - bytesOf('…');
  for (const character of stem) {
    room -= bytesOf(character);
    if (room < 0) break;
    kept += character;
  }
  return `${kept}…${extension}`;
}

/** Length in UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Extensions by which a nameless file is called. */
const extensions: Partial<Record<ContentKind, string>> = {
  mail: 'eml',
  zip: 'zip',
  xml: 'xml',
  html: 'html',
  pdf: 'pdf',
  text: 'txt',
  calendar: 'ics',
  contact: 'vcf',
};

function nameFor(kind: ContentKind, position: number): string {
  const extension = extensions[kind];
  return extension === undefined ? `Anhang-${position}` : `Anhang-${position}.${extension}`;
}

/** In lower case and without the dot; '' where there is none. */
export const extensionOf = (name: string): string => /\.([^.]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** The name without its extension, folded as words are compared: letters and digits in lower case. */
export const stemOf = (name: string): string => folded(name.replace(/\.[^.]{1,10}$/, ''));

export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '');
