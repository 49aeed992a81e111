import {
  emptyCapture,
  errorIn,
  sumOf,
  termsOf,
  wrongFields,
  type CaptureDraft,
  type CaptureError,
} from '../../web/src/pages/clearing/capture-draft.js';

const right: CaptureDraft = {
  ...emptyCapture,
  ...{ number: ' 17/2026 ', issueDate: '17.3.2026', sellerName: 'Gartenpflege Ahorn' },
  ...{ net: '412,00', vat: '78,28', gross: '490,28' },
};

const wrong: readonly [Partial<CaptureDraft>, keyof CaptureDraft, CaptureError][] = [
  [{ number: '  ' }, 'number', 'missing'],
  [{ sellerName: '' }, 'sellerName', 'missing'],
  [{ issueDate: '31.2.2026' }, 'issueDate', 'notADate'],
  [{ dueDate: 'bald' }, 'dueDate', 'notADate'],
  [{ currency: 'Euro' }, 'currency', 'notACurrency'],
  [{ iban: 'DE02120300000000202052' }, 'iban', 'notAnIban'],
  [{ bic: 'BYLA' }, 'bic', 'notABic'],
  [{ net: 'viel' }, 'net', 'notAnAmount'],
  [{ vat: '' }, 'vat', 'missing'],
  [{ payable: '1,2345' }, 'payable', 'notAnAmount'],
  [{ gross: '490,29' }, 'gross', 'doesNotAddUp'],
];

describe('what a clerk captures', () => {
  it('goes along as the API wants it: the amount due is the total where nothing else is said', () => {
    expect(termsOf(right)).toEqual({
      ...{ kind: 'invoice', number: '17/2026', issueDate: '2026-03-17', dueDate: null, currency: 'EUR' },
      ...{ sellerName: 'Gartenpflege Ahorn', sellerVatId: null, sellerTaxNumber: null, iban: null, bic: null },
      ...{ net: '412.00', vat: '78.28', gross: '490.28', payable: '490.28' },
      ...{ orderReference: null, buyerReference: null },
    });
  });

  it('keeps what is due apart from the total', () =>
    expect(
      termsOf({ ...right, payable: '90,28', iban: 'DE02 1203 0000 0000 2020 51', bic: 'byladem1001' }),
    ).toMatchObject({
      ...{ gross: '490.28', payable: '90.28', iban: 'DE02120300000000202051', bic: 'BYLADEM1001' },
    }));

  it.each(wrong)('%j: %s is wrong: %s', (different, field, error) => {
    const draft = { ...right, ...different };
    expect(errorIn(field, draft)).toBe(error);
    expect(wrongFields(draft)).toEqual([field]);
    expect(termsOf(draft)).toBeNull();
  });

  it('adds up to the cent, and not at all while an amount cannot be read', () => {
    expect(sumOf(right)).toBe('490.28');
    expect(sumOf({ ...right, net: '-0,10', vat: '0,05' })).toBe('-0.05');
    expect(sumOf({ ...right, vat: '' })).toBeNull();
  });

  it('names the first wrong field first', () => expect(wrongFields(emptyCapture)[0]).toBe('number'));
});
