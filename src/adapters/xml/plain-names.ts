import { oneCopy } from '../../domain/reading/one-copy.js';
import { isInvoiceLineName } from './known-names.js';

/** A name of a tag or an attribute in its parts. */
export interface TagName {
  /** As it is written. */
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  readonly isInvoiceLine: boolean;
  /** Whether it begins with xml: such names mean something to XML itself. */
  readonly reserved: boolean;
}

const form = /^(?:[A-Za-z_][A-Za-z0-9_.-]*:)?[A-Za-z_][A-Za-z0-9_.-]*$/;
const longestName = 80;

/** Names are few and return with every document; the bound keeps hostile ones from filling the memory. */
const mostKnown = 5_000;
const known = new Map<string, TagName>();

/** The name that stands there; null where it is none, or not made of ASCII letters, digits and the usual signs. */
export function tagNamed(text: string, from: number, to: number): TagName | null {
  const name = text.slice(from, to);
  return known.get(name) ?? learn(name);
}

function learn(written: string): TagName | null {
  if (written.length > longestName || !form.test(written)) return null;
  const name = oneCopy(written);
  const colon = name.indexOf(':');
  const local = oneCopy(name.slice(colon + 1));
  const tag: TagName = {
    name,
    prefix: colon < 0 ? '' : oneCopy(name.slice(0, colon)),
    local,
    isInvoiceLine: isInvoiceLineName(local),
    reserved: /^xml/i.test(name),
  };
  // Emptied, so that one document of odd names does not slow down all that follow.
  if (known.size >= mostKnown) known.clear();
  known.set(name, tag);
  return tag;
}

/** Namespaces that XML keeps for itself. */
const kept: ReadonlySet<string> = new Set(['http://www.w3.org/XML/1998/namespace', 'http://www.w3.org/2000/xmlns/']);

/** The namespaces declared on an element and around it. */
export class NamespaceScope {
  static readonly outermost = new NamespaceScope(null, new Map([['', '']]));

  private constructor(
    private readonly outer: NamespaceScope | null,
    private readonly declared: Map<string, string>,
  ) {}

  /** The namespace of a prefix, '' for the one without; null where it is not declared. */
  of(prefix: string): string | null {
    return this.declared.get(prefix) ?? this.outer?.of(prefix) ?? null;
  }

  /**
   * The scope of an element that declares a namespace; null where the declaration is not plain.
   * @param around the scope of the element around it, null at the root
   */
  declaring(attribute: TagName, namespace: string, around: NamespaceScope | null): NamespaceScope | null {
    const prefix = attribute.name === 'xmlns' ? '' : attribute.prefix === 'xmlns' ? attribute.local : null;
    if (prefix === null || /^xml/i.test(prefix)) return null;
    if (namespace === '' || namespace !== namespace.trim() || kept.has(namespace)) return null;
    const outer = around ?? NamespaceScope.outermost;
    if (this === outer) return new NamespaceScope(outer, new Map([[prefix, oneCopy(namespace)]]));
    if (this.declared.has(prefix)) return null;
    this.declared.set(prefix, oneCopy(namespace));
    return this;
  }
}
