import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../src/eingang.js', import.meta.url));

export interface CommandRun {
  readonly seconds: number;
  /** Largest resident memory in bytes as the kernel counts it; null where there is no /proc. */
  readonly peakMemory: number | null;
}

/** Runs `eingang validate …` as a program of its own, from its start to its end. */
export function runValidate(words: readonly string[]): Promise<CommandRun> {
  const began = process.hrtime.bigint();
  const child = spawn(process.execPath, [program, 'validate', ...words], { stdio: 'ignore' });
  let peakMemory: number | null = null;
  const look = setInterval(() => {
    peakMemory = child.pid === undefined ? null : (peakMemoryOf(child.pid) ?? peakMemory);
  }, 20);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => {
      clearInterval(look);
      resolve({ seconds: Number(process.hrtime.bigint() - began) / 1e9, peakMemory });
    });
  });
}

function peakMemoryOf(pid: number): number | null {
  try {
    const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'latin1'))?.[1];
    return kibibytes === undefined ? null : Number(kibibytes) * 1024;
  } catch {
    return null;
  }
}
