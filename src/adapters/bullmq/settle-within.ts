/** How a promise stood when the time was up. */
export type Settlement<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly cause: string }
  | { readonly kind: 'late' };

/** Waits for a promise, but not longer than `timeoutMs`; never rejects, also not later when nobody looks any more. */
export function settleWithin<T>(promise: Promise<T>, timeoutMs: number): Promise<Settlement<T>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'late' }), timeoutMs);
    promise.then(
      (value) => {
        clearTimeout(timer);
        resolve({ kind: 'done', value });
      },
      (error: unknown) => {
        clearTimeout(timer);
        resolve({ kind: 'failed', cause: error instanceof Error ? error.message : String(error) });
      },
    );
  });
}
