import {
  closeSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';

/** The log is looked at once a minute; above this size its end is kept beside and the file begins anew. */
const largestLogBytes = 4 * 1024 * 1024;
const keptBytes = 1024 * 1024;
const lookEveryMs = 60_000;

/** Opens the log for appending, which lets the server go on writing after the file has been cut. */
export function openLog(path: string): number {
  boundLog(path);
  return openSync(path, 'a', 0o600);
}

/** Keeps the log bounded for as long as the process runs; returns what ends that. Does not keep the process alive. */
export function watchLog(path: string): () => void {
  const timer = setInterval(() => {
    boundLog(path);
  }, lookEveryMs);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}

/** Cuts a log that has grown too large; its last megabyte is kept in a file beside it. */
export function boundLog(path: string): void {
  const size = sizeOf(path);
  if (size <= largestLogBytes) return;
  const end = Buffer.alloc(keptBytes);
  const file = openSync(path, 'r');
  readSync(file, end, 0, keptBytes, size - keptBytes);
  closeSync(file);
  rmSync(`${path}.new`, { force: true });
  writeFileSync(`${path}.new`, end, { mode: 0o600 });
  renameSync(`${path}.new`, `${path}.1`);
  truncateSync(path, 0);
}

/** The last lines, for a message about a start that failed. */
export function endOfLog(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim().split('\n').slice(-5).join(' | ');
  } catch {
    return '(no log)';
  }
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
