import { z } from 'zod';
import { workKinds, type Wake } from '../../pipeline/ports/wake-queue.js';

const ID_CHARACTERS = 100;

const wakeSchema = z.object({
  kind: z.enum(workKinds),
  tenantId: z.string().min(1).max(ID_CHARACTERS),
  id: z.string().min(1).max(ID_CHARACTERS),
}) satisfies z.ZodType<Wake>;

/** The wake a job carries, or nothing: whoever reaches the store can write jobs. */
export function parseWake(data: unknown): Wake | undefined {
  const parsed = wakeSchema.safeParse(data);
  return parsed.success ? parsed.data : undefined;
}

/** One text per row: wakes with the same key are for the same row. Holds no `:`, the separator of BullMQ's keys. */
export function rowKey(wake: Wake): string {
  return [wake.kind, wake.tenantId, wake.id].map(encodeURIComponent).join('/');
}
