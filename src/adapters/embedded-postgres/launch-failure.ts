/** The embedded PostgreSQL could not be started, adopted or stopped; the message says why and what to do next. */
export class LaunchFailure extends Error {
  override readonly name = 'LaunchFailure';
}

/** The code of an error of the system, such as ENOENT. Not by instanceof: it may come from another realm. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);

/** What an error says, wherever it comes from. */
export const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
