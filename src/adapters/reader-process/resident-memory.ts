import { readFileSync } from 'node:fs';

/** Resident memory of a process in bytes, as the kernel counts it; null where there is no /proc or no such process. */
export function residentMemoryOf(pid: number): number | null {
  try {
    const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
    return kibibytes === undefined ? null : Number(kibibytes) * 1024;
  } catch {
    return null;
  }
}
