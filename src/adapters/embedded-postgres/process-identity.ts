import { readFileSync } from 'node:fs';
import { codeOf } from './launch-failure.js';

/** A process id together with its start time, because ids are used again. The time is '' where the system names none. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startedAt: string;
}

/** The identity of a process that lives now. */
export function identityOf(pid: number): ProcessIdentity {
  return { pid, startedAt: procStat(pid)?.startedAt ?? '' };
}

/** Whether this very process still lives: not ended, not a zombie, not another one under the same id. */
export function isAlive(identity: ProcessIdentity): boolean {
  if (!answersSignal(identity.pid)) return false;
  const stat = procStat(identity.pid);
  if (stat === undefined) return true;
  return stat.state !== 'Z' && (identity.startedAt === '' || identity.startedAt === stat.startedAt);
}

/** State and start time from /proc/<pid>/stat (proc(5), fields 3 and 22); undefined where there is no /proc. */
function procStat(pid: number): { readonly state: string; readonly startedAt: string } | undefined {
  try {
    const text = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // The second field is the program's name in brackets and may itself hold blanks and brackets.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', startedAt: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

/** Whether there is a process of this id, be it a zombie: what PostgreSQL itself looks at. */
export function answersSignal(pid: number): boolean {
  // 0 and negative ids stand for groups of processes.
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another user.
    return codeOf(error) === 'EPERM';
  }
}
