import { supplierKeys } from '../../../src/domain/invoice/supplier-key.js';

const [vatId, taxNumber, name] = ['DE 123456789', '12/345/67890', 'Müller & Söhne GmbH'];
const nothing = { vatId: undefined, taxNumber: undefined, name: undefined };

describe('a seller', () => {
  it.each([
    ['by VAT id before tax number', { vatId, taxNumber, name }, ['vat:de123456789', 'tax:1234567890']],
    ['by tax number without VAT id', { ...nothing, taxNumber, name }, ['tax:1234567890']],
    ['by name without either', { ...nothing, vatId: ' -', name }, ['name:mullersohnegmbh']],
    ['by nothing without a name', nothing, []],
  ])('is found %s', (_, seller, expected) => {
    expect(supplierKeys(seller).identifying).toEqual(expected);
  });

  it('is known by everything it has named', () => {
    expect(supplierKeys({ vatId, taxNumber, name }).all).toEqual([
      'vat:de123456789',
      'tax:1234567890',
      'name:mullersohnegmbh',
    ]);
  });
});
