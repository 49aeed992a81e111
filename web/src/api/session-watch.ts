import { StoredValue } from '../browser/stored-value.js';

/** What the client knows of the session: the token that changes need, and whether somebody must sign in again. */
interface Watch {
  readonly csrfToken: string | null;
  readonly personId: string | null;
  /** True while calls wait for the person to sign in again; nothing on the page is lost meanwhile. */
  readonly ended: boolean;
}

export const sessionWatch = new StoredValue<Watch>({ csrfToken: null, personId: null, ended: false });

let waiting: ((signedIn: boolean) => void)[] = [];

export function sessionBegan(csrfToken: string, personId: string): void {
  const { personId: before } = sessionWatch.get();
  // Somebody else has signed in over the open page: nothing of the first person's may be sent or shown.
  if (before !== null && before !== personId) return void location.reload();
  sessionWatch.set({ csrfToken, personId, ended: false });
  release(true);
}

export function sessionForgotten(): void {
  sessionWatch.set({ csrfToken: null, personId: null, ended: false });
  release(false);
}

/** Resolves to true once the same person has signed in again. */
export function signedInAgain(): Promise<boolean> {
  const watch = sessionWatch.get();
  if (watch.personId === null) return Promise.resolve(false);
  if (!watch.ended) sessionWatch.set({ ...watch, ended: true });
  return new Promise((resolve) => waiting.push(resolve));
}

function release(signedIn: boolean): void {
  const released = waiting;
  waiting = [];
  for (const resolve of released) resolve(signedIn);
}
