import { XMLBuilder } from 'fast-xml-parser';

/** An element's content: text, or children by qualified name in the order written; `@_` marks an attribute. */
export type XmlContent = string | { readonly [name: string]: XmlContent | readonly XmlContent[] | undefined };

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@_', format: true, indentBy: '  ' });

/** Writes a UTF-8 document; entries that are undefined or an empty list leave nothing behind. */
export function writeXml(root: { readonly [name: string]: XmlContent }): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${String(builder.build(root))}`;
}

/** Text with one attribute. */
export function withAttribute(text: string, name: string, value: string): XmlContent {
  return { '#text': text, [`@_${name}`]: value };
}

/** The content, or nothing where there is no value. */
export function optional<Value>(
  value: Value | null | undefined,
  content: (value: Value) => XmlContent,
): XmlContent | undefined {
  return value === null || value === undefined ? undefined : content(value);
}

export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
