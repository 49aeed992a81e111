import { randomUUID } from 'node:crypto';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { ConcurrentChange, StoreUnavailable } from '../pipeline/ports/tenant-door.js';
import { bodyLimits, inMegabytes } from './body-door.js';
import { Problem, type Language } from './problem.js';
import { doorProblems } from './problems.table.js';
import { toldError } from './told-error.js';

/** Answers every error as application/problem+json. What nobody foresaw is logged with a number, and only that is told. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Pick<Logger, 'error'>) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const problem = known(error) ?? this.unexpected(error);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const document = problem.document(languageOf(request));
    response.status(problem.status).set(problem.extras.headers ?? {});
    response
      .type('application/problem+json')
      .set('content-language', languageOf(request))
      .send(JSON.stringify(document));
  }

  private unexpected(error: unknown): Problem {
    const errorId = randomUUID();
    this.log.error({ errorId, ...toldError(error) }, 'a request failed unexpectedly');
    return Problem.atTheDoor('unexpected', { errorId }, { members: { errorId } });
  }
}

/** German unless the caller prefers English. */
export const languageOf = (request: Request): Language => (request.acceptsLanguages('de', 'en') === 'en' ? 'en' : 'de');

function known(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (error instanceof StoreUnavailable)
    return Problem.atTheDoor('storeUnavailable', {}, { headers: { 'retry-after': '10' } });
  if (error instanceof ConcurrentChange) return Problem.ofRefusal({ code: 'concurrentChange', values: {} });
  // The path itself cannot be decoded: there is no such thing.
  if (error instanceof URIError) return Problem.ofRefusal({ code: 'notFound', values: {} });
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  if (status === undefined || status >= 500) return null;
  return problemOfStatus(status);
}

/** What Express and Nest refuse themselves: unknown paths, unreadable bodies, broken addresses. */
function problemOfStatus(status: number): Problem {
  switch (status) {
    case 404:
    case 405:
      return Problem.ofRefusal({ code: 'notFound', values: {} });
    case 413:
      return Problem.atTheDoor('bodyTooLarge', { limit: inMegabytes(bodyLimits.bytes) });
    case 415:
      return Problem.atTheDoor('formatNotTaken', { expected: 'application/json, UTF-8' });
    default:
      return Problem.atTheDoor(status === doorProblems.bodyUnreadable.status ? 'bodyUnreadable' : 'notAnswered');
  }
}

/** The body parser throws errors of its own, which carry the status that they mean. */
function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error) || !('expose' in error)) return undefined;
  return typeof error.status === 'number' && error.expose === true ? error.status : undefined;
}
