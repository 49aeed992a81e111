import { changesBetween } from '../../web/src/pages/invoice/changes.js';

const routed = { de: 'Zugeordnet', en: 'Routed' };
const inReview = { de: 'In Prüfung', en: 'In review' };

const seen = {
  ...{ version: 2, state: 'routed', stateLabel: routed, departmentName: 'Bauamt', claimedByName: null },
  decisions: [{ id: 'd1', personId: 'anna' }],
};

const claimed = (personId: string) => ({
  ...seen,
  ...{ state: 'in_review', stateLabel: inReview, claimedByName: 'Bert' },
  decisions: [...seen.decisions, { id: 'd2', personId }],
});

describe('what others have done between two looks at an invoice', () => {
  it('is nothing as long as nothing has changed', () => expect(changesBetween(seen, { ...seen }, 'anna')).toBeNull());

  it('says who has decided, and what has become of state and holder', () => {
    expect(changesBetween(seen, claimed('bert'), 'anna')).toEqual({
      decisions: [{ id: 'd2', personId: 'bert' }],
      state: { from: routed, to: inReview },
      department: null,
      holder: { from: null, to: 'Bert' },
    });
  });

  it('is nothing where only the reader has decided', () =>
    expect(changesBetween(seen, claimed('anna'), 'anna')).toBeNull());

  it('tells a change without a decision, as by a machine or a new version of the payment', () => {
    expect(changesBetween(seen, { ...seen, version: 3 }, 'anna')).toMatchObject({ decisions: [], state: null });
    expect(changesBetween(seen, { ...seen, departmentName: 'Schulamt' }, 'anna')).toMatchObject({
      department: { from: 'Bauamt', to: 'Schulamt' },
    });
  });
});
