import { QueryFailedError } from 'typeorm';
import { ConcurrentChange, StoreUnavailable } from '../../pipeline/ports/tenant-door.js';

/** SQLSTATE of PostgreSQL's appendix A: unique_violation, serialization_failure, deadlock_detected. */
const quicker: ReadonlySet<string> = new Set(['23505', '40001', '40P01']);

/** Connection exceptions, too many connections, administrator's shutdown, crash, start-up; and the socket's own errors. */
const unavailable = /^(?:08...|53300|57P0[1-5]|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT)$/;

/** node-postgres has no code for these. */
const lostConnection =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** What TypeORM says of a transaction whose connection broke beneath it: it has taken the connection away already. */
const releasedBeneath = /^QueryRunner(?:Provider)?AlreadyReleasedError$/;

/** What a failure of the driver means to the pipeline; any other error is handed on as it is. */
export function translated(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const driverError: Error = error instanceof QueryFailedError ? error.driverError : error;
  const code = 'code' in driverError ? String(driverError.code) : '';
  if (quicker.has(code)) return new ConcurrentChange(undefined, { cause: error });
  if (unavailable.test(code) || lostConnection.test(driverError.message) || releasedBeneath.test(error.name))
    return new StoreUnavailable(undefined, { cause: error });
  return error;
}
