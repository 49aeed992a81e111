import { z } from 'zod';
import type { ToldHistoryEvent } from '../pipeline/read-history.js';
import { wording } from './pages.js';
import { plainReport } from './report-answer.js';

export const model = z.record(z.string(), z.unknown()).describe('The terms of EN 16931 (BT and BG) by their names');

export const fileList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['original', 'twin', 'supporting', 'embedded']),
      fileName: z.string(),
      mediaType: z.string().describe('As the sender calls it'),
      sizeBytes: z.int().nullable().describe('null: what holds it cannot be opened just now'),
      viewable: z.enum(['pdf', 'image', 'text']).nullable().describe('What its bytes are; null: not to be shown'),
    }),
  ),
});

export const source = z.object({
  fileName: z.string(),
  lines: z.array(z.string()).describe('Counted from 1 by findings; long base64 values are replaced by a note'),
  truncated: z.boolean().describe('Lines or ends of lines are left out'),
});

export const storedReport = plainReport.extend({
  number: z.int(),
  examinedAt: z.string(),
  acceptance: z.string(),
  steps: z.array(z.object({ step: z.string(), outcome: z.string() })),
  versions: z.record(z.string(), z.string()),
});

export const historyQuery = z.strictObject({
  after: z.coerce.number().int().min(0).max(2_147_483_647).default(0).describe('Number of the last event seen'),
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
});

export const history = z.object({
  events: z.array(
    z.object({
      number: z.int(),
      event: z.string(),
      label: wording,
      sentence: wording.describe('Who did what and why, with names instead of ids'),
      change: z.object({ from: wording, to: wording }).nullable().describe('The states, where they differ'),
      occurredAt: z.string(),
      actor: z.looseObject({ kind: z.string(), id: z.string(), name: z.string().nullable() }),
      facts: z.record(z.string(), z.unknown()),
      payload: z.record(z.string(), z.unknown()).nullable(),
    }),
  ),
  nextAfter: z.int().nullable().describe('What `after` has to be for the following events; null: there are none yet'),
});

export const historyLineOf = ({ words, actorName, actor, occurredAt, ...event }: ToldHistoryEvent) => ({
  ...event,
  ...words,
  occurredAt: occurredAt.toISOString(),
  actor: { ...actor, name: actorName },
});
