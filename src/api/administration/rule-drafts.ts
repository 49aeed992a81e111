import { z } from 'zod';
import { parseConditions } from '../../domain/routing/conditions.js';
import { MAX_RULES, type RuleDraft } from '../../domain/routing/rule-set.js';
import { uuid, words } from '../pages.js';
import { Problem } from '../problem.js';

const ruleDraft = z.strictObject({
  id: uuid.nullable().default(null).describe('The rule in force that it was; null: a new one'),
  name: words(200),
  when: z.unknown().describe('{field, operator, value} or {all: […]}, {any: […]}, {not: …}'),
  departmentId: uuid,
});

/** A set of rules as it is sent: every rule that shall hold, in the order in which they are tried. */
export const ruleDrafts = z.array(ruleDraft).max(MAX_RULES);

/** @throws Problem that names each place and what is wrong there. */
export function draftsOf(received: z.infer<typeof ruleDrafts>): readonly RuleDraft[] {
  const problems: { readonly code: string; readonly path: string }[] = [];
  const drafts = received.flatMap(({ when, ...rule }, index): RuleDraft[] => {
    const parsed = parseConditions(when);
    if (parsed.kind === 'conditions') return [{ ...rule, when: parsed.when }];
    const place = `rules.${String(index)}.when`;
    problems.push(
      ...parsed.problems.map(({ code, path }) => ({ code, path: path === '' ? place : `${place}.${path}` })),
    );
    return [];
  });
  if (problems.length === 0) return drafts;
  const places = problems.map(({ code, path }) => `${path} (${code})`).join(', ');
  throw Problem.atTheDoor('conditionsNotUsable', { places }, { members: { problems } });
}
