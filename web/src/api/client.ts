import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from '../generated/api.js';
import { chosenLanguage } from '../words/language.js';
import { actingFor } from './acting-for.js';
import { ProblemError, problemOf } from './problem.js';
import { factorProvedAgain, renewedSince, sessionBegan, sessionWatch, signedInAgain } from './session-watch.js';

const SESSION_PATH = '/api/v1/session';

const conventions: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', chosenLanguage.get());
    addToken(request);
    const principal = actingFor();
    if (principal !== null && aboutInvoices(request)) request.headers.set('On-Behalf-Of', principal);
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
  },
  onError({ error }) {
    return error instanceof DOMException && error.name === 'AbortError' ? error : away();
  },
};

/**
 * The only way to the server. Errors are thrown as `ProblemError`. When the session has ended meanwhile, the call waits
 * until the same person has signed in again and is then sent once more, unchanged; so it does where a code is asked for.
 */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: fetchInSession });
api.use(conventions);

/** The value of an answer with a body. */
export async function answerOf<T>(call: Promise<{ data?: T; response: Response }>): Promise<T> {
  const { data } = await call;
  if (data === undefined) throw new ProblemError('unexpected', 200, '', 'An answer without a body.');
  return data;
}

/** The value and its version, which goes back as `If-Match` with a decision. */
export async function versionOf<T>(
  call: Promise<{ data?: T; response: Response }>,
): Promise<{ value: T; etag: string }> {
  const { data, response } = await call;
  if (data === undefined) throw new ProblemError('unexpected', 200, '', 'An answer without a body.');
  return { value: data, etag: response.headers.get('etag') ?? '' };
}

export const away = (): ProblemError => new ProblemError('away', 0, '', '');

async function fetchInSession(request: Request): Promise<Response> {
  const repeat = request.clone();
  const { csrfToken } = sessionWatch.get();
  const response = await fetch(request);
  if (!(await isWorthRepeating(request, response, csrfToken))) return response;
  addToken(repeat);
  return fetch(repeat);
}

async function isWorthRepeating(request: Request, response: Response, sentIn: string | null): Promise<boolean> {
  if (isAboutSession(request)) return false;
  if (response.status === 401) return (await renewedSince(sentIn)) || signedInAgain();
  if (response.status !== 403) return false;
  const { code } = await problemOf(response.clone());
  if (code === 'csrfTokenWrong') return (await renewedSince(sentIn)) || tokenTakenAnew();
  return FACTOR_CODES.includes(code) && factorProvedAgain();
}

/** Another tab has signed in or proved the second factor: the cookie is a new one, and so is the token that goes with it. */
async function tokenTakenAnew(): Promise<boolean> {
  const { session } = await answerOf(api.GET('/api/v1/session/presence'));
  if (session === null) return signedInAgain();
  sessionBegan(session.csrfToken, session.personId, session.secondFactor !== 'asked');
  return sessionWatch.get().personId === session.personId;
}

/** The session needs a code of the second factor, or this one deed needs a new one. */
const FACTOR_CODES = ['secondFactorNeeded', 'freshFactorNeeded'];

const aboutInvoices = ({ url }: Request): boolean => new URL(url).pathname.startsWith('/api/v1/invoices');

const isAboutSession = (request: Request): boolean => new URL(request.url).pathname.startsWith(SESSION_PATH);

function addToken(request: Request): void {
  const { csrfToken } = sessionWatch.get();
  if (csrfToken !== null && request.method !== 'GET') request.headers.set('X-CSRF-Token', csrfToken);
}
