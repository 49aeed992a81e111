import type { FormatRule } from '../../domain/reading/format.rules.js';
import { GateRefusal } from './gate-refusal.js';

/** What in the text a fault is shown at; saxes itself stands somewhere behind it. */
type Shown = 'character' | 'reference' | 'markup' | 'end';

/** What the messages of saxes 6 mean. The first that fits; names out of the document stand at the end of a message. */
const FAULTS: readonly (readonly [message: RegExp, rule: FormatRule, shown: Shown])[] = [
  [/^undefined entity/, 'FORMAT-ENTITY', 'reference'],
  [/character entity|entity name/, 'FORMAT-NOT-WELL-FORMED', 'reference'],
  [/^(unbound namespace prefix|tags may not have|invalid attempt to undefine)/, 'FORMAT-NAMESPACE', 'markup'],
  [/^(xml|xmlns) prefix must be bound/, 'FORMAT-NAMESPACE', 'markup'],
  [/^(may not assign|the default namespace may not)/, 'FORMAT-NAMESPACE', 'markup'],
  [/^(disallowed character\.|the string)/, 'FORMAT-NOT-WELL-FORMED', 'character'],
  [/^(unclosed tag|unexpected end|document must contain|text data outside)/, 'FORMAT-NOT-WELL-FORMED', 'end'],
];

const LONGEST_DETAIL = 200;

/**
 * The refusal for a message of saxes.
 * @param position of saxes in the text.
 * @param since an offset before which the text is known to be good.
 */
export const faultOf = (message: string, text: string, position: number, since: number): GateRefusal => {
  const [, rule, shown] = FAULTS.find(([pattern]) => pattern.test(message)) ?? OTHER;
  const ampersand = shown === 'reference' || shown === 'end' ? badReference(text, since) : null;
  if (shown === 'end' && ampersand !== null) return notWellFormed('an ampersand that begins no reference', ampersand);
  if (rule === 'FORMAT-ENTITY' && ampersand !== null) {
    const end = text.indexOf(';', ampersand);
    return new GateRefusal(rule, { entity: text.slice(ampersand + 1, end).slice(0, LONGEST_DETAIL) }, ampersand);
  }
  const offset = PLACES[shown](text, position);
  return new GateRefusal(rule, { detail: message.slice(0, LONGEST_DETAIL) }, ampersand ?? Math.max(0, offset));
};

const OTHER = [/./, 'FORMAT-NOT-WELL-FORMED', 'markup'] as const;

const PLACES = {
  character: (_text, position) => position - 1,
  reference: (text, position) => text.lastIndexOf('&', position - 1),
  markup: (text, position) => text.lastIndexOf('<', position - 1),
  end: (_text, position) => position,
} satisfies Record<Shown, (text: string, position: number) => number>;

const notWellFormed = (detail: string, offset: number): GateRefusal =>
  new GateRefusal('FORMAT-NOT-WELL-FORMED', { detail }, offset);

/**
 * The first ampersand that begins no reference as XML 1.0, 4.1 wants it. Saxes takes everything up to the next
 * semicolon for a name, which may be the end of the file.
 */
const badReference = (text: string, since: number): number | null => {
  const pattern = /&(?!(?:amp|lt|gt|quot|apos|#[0-9]+|#x[0-9A-Fa-f]+);)/g;
  pattern.lastIndex = since;
  return pattern.exec(text)?.index ?? null;
};
