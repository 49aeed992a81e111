import type { DocumentNode } from '../document-index.js';
import type { XmlAttribute } from '../../reading/xml-tree.js';
import { isUri } from './uri-form.js';
import { shorten, type Report } from './structure-report.js';
import type { ComplexType } from './structure-table.js';

/** What checking attributes needs from the pass over the document. */
export interface AttributeWalk {
  readonly report: Report;
  text(node: DocumentNode, value: string, simpleType: string, values: Readonly<Record<string, string>>): void;
  treat(value: string, simpleType: string): string;
  isDeclaredType(value: string, node: DocumentNode, typeName: string): boolean;
}

const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';

/** Whether an attribute is one of the four of XML Schema itself. */
export function isSchemaInstance(attribute: XmlAttribute): boolean {
  return attribute.namespace === schemaInstance;
}

/**
 * Attributes are unqualified names of the type; everything else, xml:lang included, is an error, except the places
 * of schemas, which are only looked at as addresses.
 * @param type null for an element of a simple type, which takes no attribute of its own
 */
export function checkAttributes(
  walk: AttributeWalk,
  node: DocumentNode,
  typeName: string,
  type: ComplexType | null,
): void {
  const { attributes } = node.element;
  for (const attribute of attributes) {
    if (isSchemaInstance(attribute)) checkSchemaInstance(walk, node, attribute, typeName);
    else checkOwn(walk, node, attribute, type);
  }
  if (type === null || type.required.length === 0) return;
  for (const name of type.required) {
    if (!attributes.some((attribute) => attribute.name === name && attribute.namespace === '')) {
      walk.report.add('STRUCTURE-ATTRIBUTE-MISSING', node, { attribute: name });
    }
  }
}

function checkOwn(walk: AttributeWalk, node: DocumentNode, attribute: XmlAttribute, type: ComplexType | null): void {
  const use = attribute.namespace === '' ? type?.attributes.get(attribute.name) : undefined;
  const values = { attribute: attribute.name };
  if (use === undefined) {
    if (type?.anyAttribute !== true) walk.report.add('STRUCTURE-ATTRIBUTE', node, values);
    return;
  }
  walk.text(node, attribute.value, use.type, values);
  if (use.fixed !== null && walk.treat(attribute.value, use.type) !== walk.treat(use.fixed, use.type)) {
    walk.report.add('STRUCTURE-ATTRIBUTE-FIXED', node, {
      ...values,
      found: shorten(attribute.value),
      expected: use.fixed,
    });
  }
}

/** xsi:nil is an error (nothing is nillable); xsi:type must name the declared type. */
function checkSchemaInstance(walk: AttributeWalk, node: DocumentNode, attribute: XmlAttribute, typeName: string): void {
  const { name, value } = attribute;
  const allowed =
    name === 'schemaLocation' || name === 'noNamespaceSchemaLocation'
      ? value.split(/[ \t\n\r]+/).every(isUri)
      : name === 'type' && walk.isDeclaredType(value, node, typeName);
  if (!allowed) walk.report.add('STRUCTURE-XSI', node, { attribute: name, found: shorten(value) });
}
