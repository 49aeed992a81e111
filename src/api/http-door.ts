import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { ApiSettings } from './api-settings.js';
import { bodyLimits, readJsonBody } from './body-door.js';
import { Metrics } from './metrics.js';
import { Problem } from './problem.js';
import { ProblemFilter } from './problem-filter.js';

/** Furnishes the door: what holds for every request before and after its controller. */
export function furnishHttpDoor(app: NestExpressApplication, settings: ApiSettings, log: Pick<Logger, 'error'>): void {
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  // These tell whom they speak for; nobody else is believed.
  app.set('trust proxy', settings.trustedProxies);
  app.use(helmet(securityHeaders(settings.secure)));
  app.use(app.get(Metrics).observe);
  app.use(keepNothing);
  app.use(grantNothing);
  app.useBodyParser('raw', { type: 'application/json', limit: bodyLimits.bytes });
  app.use(readJsonBody);
  app.useGlobalPipes(new StandardSchemaValidationPipe({ exceptionFactory: invalidRequest }));
  app.useGlobalFilters(new ProblemFilter(log));
}

/** For the readable documentation: everything comes from here, nothing is framed; styles may stand in the page. */
const securityHeaders = (secure: boolean): Parameters<typeof helmet>[0] => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      styleSrc: ["'self'", "'unsafe-inline'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: secure && { maxAge: 31_536_000 },
  xFrameOptions: { action: 'deny' },
});

/** What changes only with the program, and says itself how long it may be kept. */
const lasting = /^\/(?:api\/docs|api\/v1\/(?:terms|codes|rules)$)/;

/** Answers change with rights and states: nobody on the way keeps one, and none is called unchanged by its version alone. */
function keepNothing(request: Request, response: Response, next: NextFunction): void {
  if (lasting.test(request.path)) return next();
  delete request.headers['if-none-match'];
  response.set('cache-control', 'no-store');
  next();
}

/** An answer of the API is data: where a browser opens it as a page, that page may do nothing. */
function grantNothing(request: Request, response: Response, next: NextFunction): void {
  if (!request.path.startsWith('/api/docs'))
    response.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  next();
}

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** Problems told at once. */
const mostProblems = 20;

function invalidRequest(issues: readonly Issue[]): Problem {
  const problems = issues.slice(0, mostProblems).map(({ message, path = [] }) => ({
    path: path.map((step) => String(typeof step === 'object' ? step.key : step)).join('.'),
    message: message.slice(0, 200),
  }));
  const places = problems.map(({ path, message }) => path || message).join(', ');
  return Problem.atTheDoor('invalidRequest', { places }, { members: { problems } });
}
