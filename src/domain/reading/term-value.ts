import type { BinaryObject, Quantity, SchemedIdentifier } from '../invoice/model-row.js';
import { canonicalForm, ciiDate, trimXml, ublDate } from './canonical-form.js';
import type { Take } from './compile-mapping.js';
import type { XmlElement } from './xml-tree.js';

/** The value of an unqualified attribute. */
export const attributeOf = (element: XmlElement, name: string): string | undefined => {
  for (const attribute of element.attributes) {
    if (attribute.name === name && attribute.namespace === '') return attribute.value;
  }
  return undefined;
};

/** The text that a row takes from an element; undefined where it takes an attribute that is missing. */
export const rawTextOf = (element: XmlElement, take: Take): string | undefined =>
  take.attribute === null ? element.text : attributeOf(element, take.attribute);

interface Note {
  readonly subjectCode?: string;
  readonly text: string;
}

interface TermValue {
  readonly value: string | SchemedIdentifier | Quantity | BinaryObject | Note;
  /** The value's canonical text, to be compared with what was written. */
  readonly text: string;
}

/** The value as the model holds it: canonical text, with what the attributes add. */
export const valueOf = (element: XmlElement, take: Take, raw: string): TermValue => {
  const text = take.type === 'date' ? dateOf(element, take, raw) : canonicalForm(raw, take.type);
  if (take.form === 'note') return { value: noteOf(raw), text };
  switch (take.shape) {
    case 'string':
      return { value: text, text };
    case 'quantity':
      return { value: { value: text, ...optional('unit', attributeOf(element, 'unitCode')) }, text };
    case 'schemed':
      return { value: schemedOf(element, text), text };
    case 'binary':
      return { value: binaryOf(element, raw), text: raw };
  }
};

const dateOf = (element: XmlElement, take: Take, raw: string): string =>
  take.form === 'format102' ? ciiDate(raw, attributeOf(element, 'format')) : ublDate(raw);

const optional = <K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> => {
  const entry: Partial<Record<K, string>> = {};
  if (value !== undefined) entry[key] = trimXml(value);
  return entry;
};

/** Item classifications name a list where other identifiers name a scheme (EN 16931-3-2 and -3-3, BT-158-1). */
const schemedOf = (element: XmlElement, value: string): SchemedIdentifier => ({
  value,
  ...optional('scheme', attributeOf(element, 'schemeID') ?? attributeOf(element, 'listID')),
  ...optional('schemeVersion', attributeOf(element, 'schemeVersionID') ?? attributeOf(element, 'listVersionID')),
});

const binaryOf = (element: XmlElement, raw: string): BinaryObject => {
  const { binary } = element;
  const content = binary ? { base64At: { start: binary.start, end: binary.end } } : { base64: raw };
  return {
    ...optional('mediaType', attributeOf(element, 'mimeCode')),
    ...optional('fileName', attributeOf(element, 'filename')),
    ...content,
  };
};

/** `#ADU#text`: three characters between number signs at the start are the subject code. */
const NOTE = /^#([^#]{3})#/;

const noteOf = (raw: string): Note => {
  const code = NOTE.exec(raw)?.[1];
  return code === undefined ? { text: raw } : { subjectCode: code, text: raw.slice(code.length + 2) };
};
