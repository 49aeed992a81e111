import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as later } from 'node:timers/promises';

/** The ids of the reader processes that this process has started and that are alive. */
export function readersBelow(parent: number | undefined): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent && file(pid, 'cmdline').includes('reader.js'));
}

export function environmentOf(pid: number | undefined): string {
  return file(pid, 'environ');
}

/** Resolves when the process is not there any more, or only as a dead entry that nobody has collected. */
export async function gone(pid: number | undefined): Promise<void> {
  while (!['', 'Z'].includes(stateOf(pid))) await later(20);
}

function parentOf(pid: number): number {
  return stateOf(pid) === 'Z' ? 0 : Number(/^PPid:\s+(\d+)$/m.exec(file(pid, 'status'))?.[1]);
}

function stateOf(pid: number | undefined): string {
  return /^State:\s+(\w)/m.exec(file(pid, 'status'))?.[1] ?? '';
}

function file(pid: number | undefined, name: string): string {
  try {
    return readFileSync(`/proc/${String(pid)}/${name}`, 'latin1');
  } catch {
    return '';
  }
}
