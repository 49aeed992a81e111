import { isNarrow } from '../../../src/domain/routing/narrow-conditions.js';
import type { Condition } from '../../../src/domain/routing/routing-rule.js';

const seller: Condition = { field: 'sellerVatId', operator: 'is', value: 'DE700' };
const anything: Condition = { field: 'gross', operator: 'between', from: '0', to: '99999999' };
const star: Condition = { field: 'sellerName', operator: 'matches', value: '*' };

it.each<[string, Condition, boolean]>([
  ['a seller', seller, true],
  ['the beginning of an order', { field: 'orderReference', operator: 'startsWith', value: 'TB-' }, true],
  ['several cost centres', { field: 'costCentre', operator: 'oneOf', values: ['4711', '4712'] }, true],
  ['a seller with anything', { all: [anything, seller] }, true],
  ['either of two sellers', { any: [seller, { ...seller, value: 'DE701' }] }, true],
  ['a seller or anything', { any: [seller, anything] }, false],
  ['anything', anything, false],
  ['anything but a seller', { not: seller }, false],
  ['a wildcard', star, false],
  ['a single letter', { field: 'sellerName', operator: 'contains', value: 'e' }, false],
  ['no order', { field: 'orderReference', operator: 'missing' }, false],
  ['a Leitweg-ID', { field: 'buyerReference', operator: 'is', value: '04011000-1234512345-06' }, false],
])('conditions on %s', (_, when, expected) => {
  expect(isNarrow(when)).toBe(expected);
});

it('may count another field where it tells something', () => {
  expect(isNarrow({ field: 'buyerReference', operator: 'is', value: 'Schulamt' }, ['buyerReference'])).toBe(true);
});
