import { workerData } from 'node:worker_threads';
import { watchdogSignal, type WatchdogOrders } from './watchdog-orders.js';

/**
 * Runs in a thread of its own inside a reader, because a document may hold the main thread for as long as it likes.
 * It ends the reader when its parent is gone (also by kill -9, where nobody is left to kill the reader), and, for
 * systems without /proc, when it takes more memory than it may.
 */
const { parentPid, memoryBytes } = workerData as WatchdogOrders;

setInterval(() => {
  if (process.ppid !== parentPid) process.kill(process.pid, 'SIGKILL');
  if (process.memoryUsage.rss() > memoryBytes) process.kill(process.pid, watchdogSignal);
}, 200);
