import { ALL_ACTIONS } from '../../../src/domain/approval/actions.js';
import { decide, type Decision } from '../../../src/domain/approval/decide.js';
import { CASE_GUARDS, FORM_GUARDS } from '../../../src/domain/approval/guards.js';
import { caseOf } from '../../../src/domain/approval/guards/case.js';
import {
  STATES,
  TRANSITIONS,
  isState,
  transitionFor,
  type Transition,
} from '../../../src/domain/approval/lifecycle.js';
import { REFUSAL_CODES } from '../../../src/domain/approval/refusals.js';
import { PERMISSIONS, ROLES, isRole } from '../../../src/domain/approval/roles.js';
import { actorIn, situationOf, type Cast, type Situation } from './matrix-situation.js';
import { CIRCUMSTANCES, DONE, MAY, type Circumstance } from './matrix.table.js';
import { TODAY } from './people.js';

// Every transition × whoever could act × everything that can speak against it: what is allowed, and what is answered
// otherwise. The answers are those of a table of its own; what the lifecycle, the roles, the guards or their sentences
// gain and the table does not know fails.

const PARTS = ['pipeline', 'financeSystem', 'supplier'] as const;
const ALL_ROLES = Object.keys(ROLES).filter(isRole);
const EVERYBODY: readonly Cast[] = [
  ...ALL_ROLES.flatMap((role) => [false, true].map((inVertretung) => ({ role, inVertretung }))),
  ...PARTS.map((part) => ({ part })),
];

/** What the acting person is told before it is asked whether they may begin an exception, which only who orders may. */
const BEFORE_BEGINNING = ['kasseMayNot', 'ownPayee', 'noExceptions', 'exceptionTooHigh', 'secondPersonNeeded'];

interface Cell {
  readonly row: Transition;
  readonly cast: Cast;
  readonly situation: Situation;
}

const nameOf = (cast: Cast): string => ('part' in cast ? cast.part : cast.role);

type Pattern = readonly string[];

const fits = ([first, ...others]: Pattern, { action, from, when }: Transition, cast: Cast): boolean =>
  (first === '*' || first === action) && others.every((word) => [from, when, nameOf(cast)].includes(word));

type Answers = readonly (readonly [string, readonly Pattern[]])[];

const answersIn = ({ answers }: Circumstance): Answers =>
  Object.entries(answers).map(([code, all]) => [code, all.map((pattern) => pattern.split(' '))]);

function expected({ row, cast, situation }: Cell, answers: Answers, { machinesToo, first }: Circumstance): string {
  const allowed = `${row.when ?? 'complete'} ${row.to}`;
  const [answer] = answers.find(([, all]) => all.some((pattern) => fits(pattern, row, cast))) ?? [];
  const names = 'part' in cast ? [cast.part] : [cast.role, ...situation.alsoHolds];
  const may = names.some((name) => MAY[name].includes(row.action));
  if ('part' in cast) return may ? (machinesToo && answer) || allowed : 'machineMayNot';
  if (answer && (first === 'ofAnybody' || (may && first === 'ofWhoMay'))) return answer;
  if (!may) return 'noGrant';
  if (row.from === 'received') return 'notCheckedYet';
  const begins = row.action === 'orderAsException' && row.when === 'partial';
  if (begins && cast.role !== 'orderer') return answer && BEFORE_BEGINNING.includes(answer) ? answer : 'noGrant';
  return answer ?? allowed;
}

const cellsOf = ({ change, inVertretung }: Circumstance): readonly Cell[] =>
  TRANSITIONS.flatMap((row) =>
    EVERYBODY.filter((cast) => !inVertretung || ('role' in cast && cast.inVertretung)).map((cast) => {
      const before = situationOf(row, cast);
      return { row, cast, situation: { ...before, ...change(before, cast, row) } };
    }),
  );

const requestIn = ({ row, cast, situation }: Cell) => ({
  ...situation.request,
  action: row.action,
  actor: actorIn(situation, cast),
});

const decided = (cell: Cell): Decision => decide(requestIn(cell), cell.situation.facts, TODAY, cell.situation.policy);

const told = (decision: Decision): string =>
  decision.kind === 'allowed' ? `${decision.progress} ${decision.transition.to}` : decision.refusal.code;

const keyOf = ({ from, action, when }: Transition): string => `${action} ${from} ${when ?? ''}`.trim();

const seen = { answers: new Set<string>(), guards: new Set<unknown>(), allowed: new Set<string>() };

describe('every transition by everybody', () => {
  it.each(Object.entries(CIRCUMSTANCES))('where %s', (_, circumstance) => {
    const wrong: string[] = [];
    const answers = answersIn(circumstance);
    for (const cell of cellsOf(circumstance)) {
      const { row, cast, situation } = cell;
      const decision = decided(cell);
      const answer = told(decision);
      const right = expected(cell, answers, circumstance);
      const way = 'role' in cast && cast.inVertretung ? ' in Vertretung' : '';
      if (answer !== right) wrong.push(`${keyOf(row)} by ${nameOf(cast)}${way}: ${answer}, not ${right}`);
      seen.answers.add(answer);
      if (decision.kind === 'allowed') {
        seen.allowed.add(keyOf(decision.transition));
        continue;
      }
      const theCase = caseOf(requestIn(cell), situation.facts, TODAY, situation.policy);
      seen.guards.add([...CASE_GUARDS, ...FORM_GUARDS].find((guard) => guard(theCase) !== null));
    }
    expect(wrong).toEqual([]);
  });

  it('and every action where the lifecycle has no row for it, whoever asks', () => {
    const wrong: string[] = [];
    for (const from of Object.keys(STATES).filter(isState))
      for (const action of ALL_ACTIONS) {
        if (transitionFor(from, action)) continue;
        const row = { from, action, to: from };
        for (const cast of EVERYBODY) {
          const answer = told(decided({ row, cast, situation: situationOf(row, cast) }));
          if (answer !== (DONE[action]?.includes(from) ? 'alreadyDecided' : 'wrongState'))
            wrong.push(`${action} in ${from} by ${nameOf(cast)}: ${answer}`);
          seen.answers.add(answer);
        }
      }
    expect(wrong).toEqual([]);
  });
});

describe('the table', () => {
  it('knows every role and every part of the program, and each of their permissions', () => {
    expect(Object.keys(MAY).toSorted()).toEqual([...ALL_ROLES, ...PARTS].toSorted());
    for (const action of ALL_ACTIONS) {
      const { roles, parts } = PERMISSIONS[action];
      const inTable = [...ALL_ROLES, ...PARTS].filter((name) => MAY[name].includes(action));
      expect([action, inTable.toSorted()]).toEqual([action, [...roles, ...parts].toSorted()]);
    }
  });

  it('has seen every row of the lifecycle allowed, and every answer that the sentences know', () => {
    expect(TRANSITIONS.map(keyOf).filter((key) => !seen.allowed.has(key))).toEqual([]);
    expect(REFUSAL_CODES.filter((code) => !seen.answers.has(code))).toEqual([]);
  });

  it('has seen every guard refuse', () => {
    const silent = [...CASE_GUARDS, ...FORM_GUARDS].filter((guard) => !seen.guards.has(guard));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('holds no pattern that fits nothing', () => {
    const patterns = Object.values(CIRCUMSTANCES).flatMap((one) => answersIn(one).flatMap(([, all]) => all));
    const fitting = (pattern: Pattern) => TRANSITIONS.some((row) => EVERYBODY.some((cast) => fits(pattern, row, cast)));
    expect(patterns.filter((pattern) => !fitting(pattern))).toEqual([]);
  });
});
