import { isNarrow } from '../../src/domain/routing/narrow-conditions.js';
import { isRoutingField } from '../../src/domain/routing/routing-field.js';
import { proposalsFor, type Proposal } from '../../web/src/pages/clearing/rule-proposals.js';

const invoice = {
  ...{ orderReference: 'TB-2026/117', buyerReference: 'Bauhof', sellerName: 'Kranich Tiefbau' },
  delivery: { channelKind: 'mail', sender: 'post@kranich.example' },
};

const model = {
  seller: { vatId: 'DE999', taxNumber: '12/345', contact: { email: 'buero@kranich.example' } },
  buyer: { contact: { name: 'Tilda Thoma' } },
  accountingReference: 'K-4711',
};

const proposals = proposalsFor(invoice, model);
const sorted = (found: readonly Proposal[]) =>
  found.map(({ field, operator, value }) => `${field} ${operator} ${value}`);
const unsaid = { orderReference: null, buyerReference: null, sellerName: null, delivery: null };

describe('conditions by which the next invoice of the kind could be known', () => {
  it('stand in the order of what they catch, the narrowest first', () =>
    expect(sorted(proposals)).toEqual([
      'sellerVatId is DE999',
      'sellerTaxNumber is 12/345',
      'orderReference startsWith TB-',
      'orderReference is TB-2026/117',
      'mailFrom is post@kranich.example',
      'sellerMail is buero@kranich.example',
      'costCentre is K-4711',
      'contactName is Tilda Thoma',
      'buyerReference is Bauhof',
      'sellerName is Kranich Tiefbau',
    ]));

  it('name fields that rules know, and are narrow enough to be remembered', () => {
    expect(proposals.filter(({ field }) => !isRoutingField(field))).toEqual([]);
    const broad = proposals.filter(
      ({ field, ...rest }) => isRoutingField(field) && !isNarrow({ field, ...rest }, ['buyerReference']),
    );
    expect(broad).toEqual([]);
  });

  it('leave out the Leitweg-ID, which stands on everything', () =>
    expect(sorted(proposalsFor({ ...unsaid, buyerReference: '07999001-0001-90' }, {}))).toEqual([]));

  it('leave out who delivered where no mail came, blanks, and prefixes of one letter', () =>
    expect(
      sorted(
        proposalsFor(
          { ...unsaid, orderReference: 'B1', sellerName: ' ', delivery: { channelKind: 'upload', sender: 'x' } },
          {},
        ),
      ),
    ).toEqual(['orderReference is B1']));
});
