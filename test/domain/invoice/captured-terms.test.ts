import { captureProblems, modelOfCapture, type CapturedTerms } from '../../../src/domain/invoice/captured-terms.js';
import { keyData } from '../../../src/domain/invoice/key-data.js';

const terms: CapturedTerms = {
  kind: 'creditNote',
  number: 'G-1',
  issueDate: '2026-11-10',
  dueDate: '2026-12-10',
  currency: 'EUR',
  sellerName: 'Malerei Pinsel',
  sellerVatId: 'DE500',
  sellerTaxNumber: '133/1',
  iban: 'de75 5121 0800 1245 1261 99',
  bic: 'SOLADEST600',
  net: '100',
  vat: '19.00',
  gross: '119.00',
  payable: '100.00',
  orderReference: 'B-1',
  buyerReference: '07999001-HAUPTAMT-07',
};

describe('captured terms', () => {
  it('that are right can be taken, and come back out of their model as they were captured', () => {
    expect(captureProblems(terms)).toEqual([]);
    expect(keyData(modelOfCapture(terms))).toMatchObject({
      kind: 'creditNote',
      number: 'G-1',
      issueDate: '2026-11-10',
      dueDate: '2026-12-10',
      currency: 'EUR',
      totals: { net: '100', vat: '19.00', gross: '119.00', payable: '100.00' },
      seller: { name: 'Malerei Pinsel', vatId: 'DE500', taxNumber: '133/1' },
      payee: { name: 'Malerei Pinsel', iban: 'DE75512108001245126199', bic: 'SOLADEST600' },
      buyer: { reference: '07999001-HAUPTAMT-07' },
      orderReference: 'B-1',
    });
  });

  it('make a model of nothing but what was captured', () => {
    const { dueDate, iban, bic, sellerVatId, sellerTaxNumber, orderReference, buyerReference, ...rest } = terms;
    expect([dueDate, iban, bic, sellerVatId, sellerTaxNumber, orderReference, buyerReference]).not.toContain(null);
    const none = { dueDate: null, iban: null, bic: null, sellerVatId: null, sellerTaxNumber: null };
    const model = modelOfCapture({ ...rest, ...none, orderReference: null, buyerReference: null });
    expect(Object.keys(model).toSorted()).toEqual(['currency', 'issueDate', 'number', 'seller', 'totals', 'typeCode']);
    expect(model.seller).toEqual({ name: 'Malerei Pinsel' });
  });

  it.each<Partial<CapturedTerms>>([
    { payable: '0.00' },
    { payable: '119.01' },
    { net: '-100.00', vat: '-19.00', gross: '-119.00', payable: '-119.00' },
  ])('may take prepayments off and round: %j', (changed) => {
    expect(captureProblems({ ...terms, ...changed })).toEqual([]);
  });

  it.each<[Partial<CapturedTerms>, string]>([
    [{ number: ' ' }, 'number missing'],
    [{ sellerName: '' }, 'sellerName missing'],
    [{ issueDate: '2026-02-30' }, 'issueDate notADate'],
    [{ dueDate: 'morgen' }, 'dueDate notADate'],
    [{ currency: 'Euro' }, 'currency notACurrency'],
    [{ iban: 'DE75512108001245126198' }, 'iban notAnIban'],
    [{ bic: 'X' }, 'bic notABic'],
    [{ payable: '1.001' }, 'payable notAnAmount'],
    [{ gross: '118.99' }, 'gross doesNotAddUp'],
    [{ payable: '99999.00' }, 'payable aboveGross'],
    [{ payable: '120.00' }, 'payable aboveGross'],
    [{ payable: '-119.00' }, 'payable aboveGross'],
    [{ net: '-100.00', vat: '-19.00', gross: '-119.00', payable: '-120.00' }, 'payable aboveGross'],
  ])('with %j are refused: %s', (changed, problem) => {
    expect(captureProblems({ ...terms, ...changed }).map(({ term, code }) => `${term} ${code}`)).toEqual([problem]);
  });
});
