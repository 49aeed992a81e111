export interface WatchdogOrders {
  readonly parentPid: number;
  readonly memoryBytes: number;
}

/** The signal by which a watchdog ends its own process for using too much memory, so that the parent can tell. */
export const watchdogSignal = 'SIGUSR2';
