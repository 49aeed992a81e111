import { ApiHeader } from '@nestjs/swagger';
import { z } from 'zod';
import type { Administration } from '../../pipeline/as-administrator.js';
import type { PersonCaller } from '../caller.js';

/** What every change of the configuration answers: the id of what was made or changed. */
export const changed = z.object({ id: z.string() });

/** Who administers, under which key. */
export const administrationBy = ({ tenantId, personId }: PersonCaller, idempotencyKey: string): Administration => ({
  tenantId,
  personId,
  idempotencyKey,
});

/** A list that is short enough to be told at once. */
export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });

/** Says that a change names the version that it rests on. */
export const RestsOnVersion = (): MethodDecorator =>
  ApiHeader({ name: 'If-Match', required: true, description: 'The version that you have seen, in quotation marks' });

/** Counted by changes; goes back with the next one. */
export const version = z.int().describe('Counted by changes; to be sent as If-Match, in quotation marks');
