import { z } from 'zod';
import { RETENTION_CLASSES, type Retention } from '../../domain/retention/retention.js';
import { wording } from '../pages.js';

/** How long an invoice is kept, as its page shows it. */
export const retentionAnswer = z.object({
  class: z.string(),
  classLabel: wording,
  year: z.int().describe('The year that counts: of receipt, or the financial year'),
  lastDay: z.string().nullable().describe('null: the annual accounts of that year have not been adopted yet'),
  provisional: z.boolean().describe('The invoice is under way: its class may change'),
  held: z.boolean().describe('A legal hold keeps it beyond that day'),
});

export const toldRetention = (retention: Retention & { readonly held: boolean }): z.infer<typeof retentionAnswer> => ({
  ...retention,
  classLabel: RETENTION_CLASSES[retention.class].label,
});
