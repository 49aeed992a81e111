import type { Syntax } from '../validation/examination.js';
import type { XmlElement } from './xml-tree.js';

/** Root element and namespace of each syntax that is recognised; ZUGFeRD 1 only to be called by its name. */
const ROOTS: readonly (readonly [syntax: Syntax, name: string, namespace: string])[] = [
  ['ubl-invoice', 'Invoice', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'],
  ['ubl-credit-note', 'CreditNote', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2'],
  ['cii', 'CrossIndustryInvoice', 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100'],
  ['zugferd-1', 'CrossIndustryDocument', 'urn:ferd:CrossIndustryDocument:invoice:1p0'],
];

/** Which syntax a document is in, by its root element; null for anything else. */
export const syntaxOf = (root: XmlElement): Syntax | null =>
  ROOTS.find(([, name, namespace]) => root.name === name && root.namespace === namespace)?.[0] ?? null;
