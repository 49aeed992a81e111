/** The embedded PostgreSQL could not be started, adopted or stopped; the message says why and what to do next. */
export class LaunchFailure extends Error {
  override readonly name = 'LaunchFailure';
}
