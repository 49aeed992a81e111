import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const town = z.object({
  passwords: z.record(z.string(), z.string()),
  keys: z.object({ deliver: z.string(), finance: z.string() }),
  departmentIds: z.record(z.string(), z.string()),
  invoiceIds: z.record(z.string(), z.string()),
});

const memory = z.discriminatedUnion('finished', [
  z.object({ finished: z.literal(false) }),
  town.extend({ finished: z.literal(true) }),
]);

/** What the demonstration has made. */
export type DemoTown = z.infer<typeof town>;

/** What the demonstration must know at its next start; it lies beside the embedded database and is as secret. */
export type DemoMemory = z.infer<typeof memory>;

const fileIn = (dataFolder: string): string => join(dataFolder, 'demo.json');

export async function recall(dataFolder: string): Promise<DemoMemory | null> {
  try {
    return memory.parse(JSON.parse(await readFile(fileIn(dataFolder), 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

export async function remember(dataFolder: string, what: DemoMemory): Promise<void> {
  const half = `${fileIn(dataFolder)}.half`;
  await writeFile(half, JSON.stringify(what, null, 2), { mode: 0o600 });
  await rename(half, fileIn(dataFolder));
}
