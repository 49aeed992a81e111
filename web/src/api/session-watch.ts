import { StoredValue } from '../browser/stored-value.js';

/** What the client knows of the session: the token that changes need, and what it waits for. */
interface Watch {
  readonly csrfToken: string | null;
  readonly personId: string | null;
  /** True while calls wait for the person to sign in again; nothing on the page is lost meanwhile. */
  readonly ended: boolean;
  /** True while calls wait for a code of the second factor. */
  readonly factorAsked: boolean;
}

const nobody: Watch = { csrfToken: null, personId: null, ended: false, factorAsked: false };

export const sessionWatch = new StoredValue<Watch>(nobody);

let waiting: ((proved: boolean) => void)[] = [];

/** @param isProved false: the password alone is not enough, what waits goes on waiting. */
export function sessionBegan(csrfToken: string, personId: string, isProved: boolean): void {
  const { personId: before, ended, factorAsked } = sessionWatch.get();
  // Somebody else has signed in over the open page: nothing of the first person's may be sent or shown.
  if (before !== null && before !== personId) return void location.reload();
  const isAsked = (ended && !isProved) || (factorAsked && !ended);
  sessionWatch.set({ csrfToken, personId, ended: false, factorAsked: isAsked });
  if (!isAsked) release(true);
}

let renewal: Promise<unknown> = Promise.resolve();

/** Takes the token that a proof of the second factor answers; calls refused meanwhile wait for it. */
export function whileRenewed<T extends { readonly csrfToken: string }>(proof: Promise<T>): Promise<T> {
  const taken = proof.then((answer) => {
    sessionWatch.set({ ...sessionWatch.get(), csrfToken: answer.csrfToken });
    return answer;
  });
  renewal = taken.catch(() => undefined);
  return taken;
}

/** Whether the session has gone on in another cookie since a call was sent. */
export async function renewedSince(csrfToken: string | null): Promise<boolean> {
  await renewal;
  return csrfToken !== null && sessionWatch.get().csrfToken !== csrfToken;
}

export function sessionForgotten(): void {
  sessionWatch.set(nobody);
  release(false);
}

/** Resolves to true once the same person has signed in again. */
export function signedInAgain(): Promise<boolean> {
  const watch = sessionWatch.get();
  if (watch.personId === null) return Promise.resolve(false);
  if (!watch.ended) sessionWatch.set({ ...watch, ended: true, factorAsked: false });
  return new Promise((resolve) => waiting.push(resolve));
}

/** Resolves to true once a code of the second factor has been taken, to false where the person will not. */
export function factorProvedAgain(): Promise<boolean> {
  const watch = sessionWatch.get();
  if (!watch.factorAsked) sessionWatch.set({ ...watch, factorAsked: true });
  return new Promise((resolve) => waiting.push(resolve));
}

export const factorProved = (): void => factorSettled(true);

export const factorDeclined = (): void => factorSettled(false);

function factorSettled(proved: boolean): void {
  sessionWatch.set({ ...sessionWatch.get(), factorAsked: false });
  release(proved);
}

function release(proved: boolean): void {
  const released = waiting;
  waiting = [];
  for (const resolve of released) resolve(proved);
}
