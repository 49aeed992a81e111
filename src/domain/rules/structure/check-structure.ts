import { indexDocument, type DocumentIndex, type DocumentNode, type RuleSyntax } from '../document-index.js';
import type { XmlElement } from '../../reading/xml-tree.js';
import type { Finding } from '../../validation/finding.js';
import { ciiStructure } from './cii.table.js';
import { matchContent } from './content-model.js';
import { checkAttributes, isSchemaInstance } from './check-attributes.js';
import { takesChildren } from './flat-content.js';
import { Report, shorten } from './structure-report.js';
import { schemaOf, type Schema, type TypeUse } from './schema.js';
import type { ComplexType } from './structure-table.js';
import { ublExtension } from './ubl-extension.table.js';
import { ublStructure } from './ubl.table.js';
import { zugferd1Structure } from './zugferd-1.table.js';

/** The schemas by syntax; names, order, cardinality and types come from the tables. */
export const schemas: Readonly<Record<RuleSyntax, Schema>> = {
  ubl: schemaOf(ublStructure, ublExtension),
  cii: schemaOf(ciiStructure),
};

/**
 * Checks a document against its schema's facts, as an XML Schema validator would, without one.
 * @returns every error found, up to a thousand; an empty list means structurally valid.
 */
export function checkStructure(root: XmlElement, syntax: RuleSyntax): readonly Finding[] {
  return checkIndexedStructure(indexDocument(root, syntax, schemas[syntax].namespaces));
}

/** Whether a document of ZUGFeRD 1 keeps its schema: told for comparison only, as it is no e-invoice any more. */
export function isValidZugferd1(root: XmlElement): boolean {
  return checkIndexedStructure(indexDocument(root, 'cii', zugferd1.namespaces), zugferd1).length === 0;
}

const zugferd1 = schemaOf(zugferd1Structure);

/** The same for a document that is already indexed. */
export function checkIndexedStructure(
  document: DocumentIndex,
  schema: Schema = schemas[document.syntax],
): readonly Finding[] {
  const walk = new Walk(schema, document.root.name);
  const type = schema.roots.get(document.root.name);
  if (type === undefined) {
    walk.report.add('STRUCTURE-ROOT', document.root, { expected: [...schema.roots.keys()].join(' ') });
  } else walk.element(document.root, schema.typeUse(type));
  return walk.report.findings;
}

/** One pass over one document. */
class Walk {
  readonly report = new Report();
  private readonly ids = new Set<string>();

  constructor(
    private readonly schema: Schema,
    private readonly rootName: string,
  ) {}

  /** An element whose type is known. */
  element(node: DocumentNode, use: TypeUse): void {
    const { name, complex } = use;
    if (this.report.full) return;
    if (complex === null) this.simpleElement(node, name);
    else if (complex === 'anything') this.unknown(node);
    else this.complexElement(node, use, complex);
  }

  private simpleElement(node: DocumentNode, typeName: string): void {
    checkAttributes(this, node, typeName, null);
    this.noChildren(node);
    this.value(node, typeName);
  }

  private complexElement(node: DocumentNode, use: TypeUse, type: ComplexType): void {
    if (type.abstract) this.report.add('STRUCTURE-ABSTRACT', node, {});
    checkAttributes(this, node, use.name, type);
    if (type.simple !== null) {
      this.noChildren(node);
      this.value(node, type.simple);
      return;
    }
    if (!type.mixed && hasText(node)) this.report.add('STRUCTURE-TEXT', node, { found: shorten(node.element.text) });
    if (type.content === null) {
      this.noChildren(node);
      return;
    }
    if (use.flat === null || !takesChildren(use.flat, node.children)) {
      matchContent(type.content, node, this.report, (name) => type.children.has(name));
    }
    for (const child of node.children) this.child(child, use);
  }

  private child(child: DocumentNode, parent: TypeUse): void {
    const use = this.schema.childType(parent, child);
    if (use !== null) this.element(child, use);
    else this.lax(child);
  }

  /** An element below a wildcard: checked if the schema declares it globally, otherwise only looked through. */
  lax(node: DocumentNode): void {
    const type = this.schema.globalType(node.name, this.rootName);
    if (type !== null) this.element(node, this.schema.typeUse(type));
    else this.unknown(node);
  }

  private unknown(node: DocumentNode): void {
    for (const attribute of node.element.attributes) {
      if (isSchemaInstance(attribute) && attribute.name === 'type') {
        this.report.add('STRUCTURE-XSI', node, { attribute: attribute.name, found: shorten(attribute.value) });
      }
    }
    for (const child of node.children) this.lax(child);
  }

  private noChildren(node: DocumentNode): void {
    const first = node.children[0];
    if (first) this.report.add('STRUCTURE-CHILD', first, { parent: node.element.name });
  }

  private value(node: DocumentNode, simpleType: string): void {
    if (node.element.binary) {
      const base = this.schema.simpleType(simpleType).builtin;
      if (base === 'base64Binary' && !node.element.binary.valid) {
        this.report.add('STRUCTURE-VALUE', node, { found: '…', expected: base });
      }
      return;
    }
    this.text(node, node.element.text, simpleType, {});
  }

  /** A value of a simple type; identifiers must be unique in the document. */
  text(node: DocumentNode, value: string, simpleType: string, values: Readonly<Record<string, string>>): void {
    const type = this.schema.simpleType(simpleType);
    if (type.acceptsAll) return;
    const treated = type.treat(value);
    if (!type.accepts(treated)) {
      this.report.add('STRUCTURE-VALUE', node, { ...values, found: shorten(value), expected: type.builtin });
    } else if (type.builtin === 'ID') {
      if (this.ids.has(treated)) this.report.add('STRUCTURE-ID', node, { ...values, found: shorten(value) });
      this.ids.add(treated);
    }
  }

  treat(value: string, simpleType: string): string {
    return this.schema.simpleType(simpleType).treat(value);
  }

  /** Whether a value of xsi:type names exactly the declared type; the prefix is not looked at. */
  isDeclaredType(value: string, node: DocumentNode, typeName: string): boolean {
    const local = value.trim().replace(/^[^:]*:/, '');
    const declared = node.name.startsWith('cbc:') ? `${node.element.name}Type` : typeName.replace(/^[^:]*:/, '');
    return local === declared;
  }
}

function hasText(node: DocumentNode): boolean {
  const { binary, text } = node.element;
  return binary !== undefined || (text !== '' && /[^ \t\n\r]/.test(text));
}
