import type { WatchdogOrders } from './watchdog-orders.js';

/** How much of a reader's memory V8's heap may take; the rest is for buffers, wasm and the program itself. */
const heapShare = 0.75;

/** Node's own arguments and the reader's: entry, parent, memory. */
export function readerArguments(entry: string, memoryBytes: number): readonly string[] {
  const heapMebibytes = Math.floor((memoryBytes * heapShare) / 1024 / 1024);
  return [`--max-old-space-size=${heapMebibytes}`, '--no-warnings', entry, String(process.pid), String(memoryBytes)];
}

/** @throws Error if the program was started by hand: a reader without a parent would wait forever. */
export function readerOrders(argv: readonly string[]): WatchdogOrders {
  const [parentPid = NaN, memoryBytes = NaN] = argv.slice(2).map(Number);
  if (!Number.isSafeInteger(parentPid) || !Number.isSafeInteger(memoryBytes)) {
    throw new Error('This program is started by eingang to read documents; it is of no use by itself.');
  }
  return { parentPid, memoryBytes };
}
