import { codeListText, codesIn } from '../code-lists/code-list.js';
import type { Test } from '../engine/rule.js';
import type { Scope } from '../engine/scope.js';

/**
 * A VAT identifier begins with a country. UBL looks for the first two characters anywhere in the list's text ("E "
 * and " D" pass, and so does a single letter); CII wants exactly one of the codes.
 */
export function hasVatPrefix(scope: Scope): Test {
  const path = scope.path('BT-31');
  if (scope.syntax === 'ubl') {
    const text = ` ${codeListText('vat-prefix')} `;
    return (node, document) => text.includes((path.first(node, document) ?? '').slice(0, 2));
  }
  const codes = codesIn('vat-prefix-cii');
  return (node, document) => codes.has((path.first(node, document) ?? '').slice(0, 2));
}
