import fc from 'fast-check';
import { TRANSITIONS, type Action } from '../../../src/domain/approval/lifecycle.js';
import type { Refusal } from '../../../src/domain/approval/refusals.js';
import type { Guard } from '../../../src/domain/approval/guards/case.js';
import { SENTENCES, judge } from './audit-judge.js';
import { asTold, signatures } from './audit-story.js';
import { live, type Faults, type Life } from './random-life.js';
import { DRAWS, drawOf } from './random-town.js';

/** Which refusal is not given for once: that guard of the decision table lets everything pass. */
let broken: (refusal: Refusal) => boolean = () => false;

const GUARDS = '../../../src/domain/approval/guards.js';
const real = await import('../../../src/domain/approval/guards.js');
const breakable =
  (guard: Guard): Guard =>
  (theCase) => {
    const refusal = guard(theCase);
    return refusal && broken(refusal) ? null : refusal;
  };
const mocked = () => ({
  CASE_GUARDS: real.CASE_GUARDS.map(breakable),
  FORM_GUARDS: real.FORM_GUARDS.map(breakable),
});
// The types of jest do not know yet what replaces an ES module.
Reflect.apply(Reflect.get(import.meta.jest, 'unstable_mockModule'), import.meta.jest, [GUARDS, mocked]);
const { decide } = await import('../../../src/domain/approval/decide.js');
afterEach(() => {
  broken = () => false;
});

const STEPS = 400;
const RUNS = 50;
const draws = fc.array(fc.noBias(fc.nat(DRAWS - 1)), { minLength: STEPS, maxLength: STEPS });
const lives = fc.tuple(draws, fc.nat(2));
const told = (judged: ReturnType<typeof judge>): string[] =>
  judged.complaints.map(({ sentence, number, what }) => `${SENTENCES[sentence - 1]} (event ${number}) ${what}`);

const asStored = ({ facts, version, paymentVersion, codingVersion }: Life) => ({
  ...{ state: facts.state, version, department: facts.departmentId, claimedBy: facts.claimedBy },
  ...{ clarification: facts.clarificationReason, coding: codingVersion },
  // Before its first step nothing has told which payment is proposed.
  payment: facts.state === 'received' && version === 1 ? 0 : paymentVersion,
  ...signatures(facts),
});

/** Without the hundreds of steps of a failing run: seed and path bring them back. */
const reporter = ({ failed, seed, counterexamplePath, errorInstance }: Run): void => {
  if (failed) throw new Error(`seed ${seed}, path ${counterexamplePath ?? ''}: ${String(errorInstance)}`);
};
type Run = Pick<fc.RunDetails<unknown>, 'failed' | 'seed' | 'counterexamplePath' | 'errorInstance'>;

describe('random people doing random things', () => {
  it(`in ${RUNS * STEPS} steps break none of ten sentences, and the log alone gives back what is stored`, () => {
    const taken = new Map<string, number>();
    fc.assert(
      fc.property(lives, ([steps, policy]) => {
        const lived = live(steps.map(drawOf), decide, policy);
        const judged = judge(lived.log);
        expect(told(judged)).toEqual([]);
        for (const life of lived.lives) expect(asTold(judged.stories.get(life.id))).toEqual(asStored(life));
        for (const step of lived.taken) taken.set(step, (taken.get(step) ?? 0) + 1);
      }),
      { numRuns: RUNS, seed: 25, endOnFailure: true, reporter: (run) => reporter(run) },
    );
    const never = TRANSITIONS.map(({ from, action, when = 'complete' }) => `${from} ${action} ${when}`).filter(
      (step) => !taken.has(step),
    );
    expect(never).toEqual([]);
  }, 300_000);
});

/** The first complaints that lives under a broken rule give rise to, by the number of the sentence. */
function firstBroken(faults: Faults = {}): ReadonlySet<number> {
  for (const [steps, policy] of fc.sample(lives, { numRuns: RUNS, seed: 25 })) {
    const { complaints } = judge(live(steps.map(drawOf), decide, policy, faults).log);
    if (complaints.length > 0) return new Set(complaints.map(({ sentence }) => sentence));
  }
  return new Set();
}

const answers =
  (code: Refusal['code'], ...actions: readonly Action[]) =>
  ({ code: given, values }: Refusal): boolean =>
    given === code && (actions.length === 0 || actions.some((action) => action === values['action']));

describe('a guard that lets everything pass', () => {
  it.each<[string, number, (refusal: Refusal) => boolean]>([
    ['that who confirmed may not order', 2, answers('confirmedByYourself')],
    ['that only a town that wants exceptions has them', 2, answers('noExceptions')],
    ['that two confirm where the town wants two', 3, answers('secondConfirmerNeeded')],
    ['that nobody orders twice', 4, answers('secondPersonNeeded', 'order')],
    ['that one acts by a written grant', 5, answers('noGrant')],
    ['that a grant ends', 5, answers('grantExpired')],
    ['that a limit holds', 5, answers('aboveLimit')],
    ['that one deputises only for who is away', 5, answers('principalIsThere')],
    ['that one deputises only by a deputyship', 5, answers('deputyshipNotValid')],
    ['that machines do not sign', 5, answers('machineMayNot')],
    ['that the Kasse does not sign', 6, answers('kasseMayNot')],
    ['that nobody pays what they have signed', 6, answers('paysOwnDecision')],
    ['that nobody signs for their own account', 7, answers('ownPayee')],
    ['that another confirms a changed payment', 9, answers('secondPersonNeeded', 'confirmPayment')],
    ['that another confirms what was captured', 9, answers('secondPersonNeeded', 'confirmCapture')],
    ['that nothing goes to an account that one alone has changed', 9, answers('incompleteForOrder')],
    ['that another closes what one has begun', 9, answers('secondPersonNeeded', 'reopen', 'dispose', 'decline')],
    ['that only the holder goes on', 10, answers('claimedBySomeoneElse')],
    ['that reasons are given', 10, answers('reasonMissing')],
  ])(
    '%s, is found by sentence %i',
    (_, sentence, theRefusal) => {
      broken = theRefusal;
      expect([...firstBroken()]).toContain(sentence);
    },
    300_000,
  );

  it('is not the only thing found: so is a write path that forgets what a change undoes', () => {
    expect([...firstBroken({ forgetsToVoid: true })]).toContain(8);
  });
});
