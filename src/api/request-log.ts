import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Params } from 'nestjs-pino';
import type { Logger } from 'pino';

/** One JSON line per request: no bodies, no headers, no names; what is secret in an address does not appear. */
export const requestLog = (log: Logger): Params => ({
  pinoHttp: {
    logger: log,
    quietReqLogger: true,
    serializers: {
      req: requestOf,
      res: ({ statusCode }: ServerResponse) => ({ status: statusCode }),
      err: () => undefined,
    },
    autoLogging: { ignore: ({ url = '' }: IncomingMessage) => url.startsWith('/health/') || url === '/metrics' },
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'info'),
    customSuccessMessage: () => 'request answered',
    customErrorMessage: () => 'request failed',
  },
});

const requestOf = ({ id, method, url }: { id: unknown; method: string; url: string }) => ({
  id,
  method,
  path: loggedPath(url),
});

/** The path alone: queries may hold what somebody typed, and tokens and signed links open what is not everybody's. */
export const loggedPath = (url: string): string =>
  (url.split(/[?#]/)[0] ?? '').replace(/(\/(?:tracking|track|notifications)\/)[^/]+/i, '$1…').slice(0, 300);
