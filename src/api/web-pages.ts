import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { readWebFiles, type WebFile } from './web-files.js';

/** What a page may do: run and load files of this service only, talk to it only, stand in no frame. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  // The reader of PDF works in a worker, whose program is a file of this service.
  "worker-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

const pageHeaders = {
  'content-security-policy': pagePolicy,
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/** Addresses of pages: the entrance, and everything of a town. The program in the page finds out what to show. */
const isPage = (path: string): boolean => path === '/' || path === '/t' || path.startsWith('/t/');

/** Files whose names change with their content are kept for good; the others for an hour. */
const keeping = (path: string): string =>
  path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600';

const notBuilt = [
  'Die Webseiten sind noch nicht gebaut. Bitte führen Sie „npm run build“ aus und starten Sie Eingang neu.',
  'The web pages have not been built yet. Run “npm run build” and start Eingang again.',
  '',
].join('\n');

/** Serves the built web pages; what is none of theirs goes on to the API. */
export async function webPages(folder: string): Promise<RequestHandler> {
  const files = await readWebFiles(folder);
  const index = files?.get('/index.html');
  return (request: Request, response: Response, next: NextFunction): void => {
    const { method, path } = request;
    if (method !== 'GET' && method !== 'HEAD') return next();
    const file = path === '/index.html' ? undefined : files?.get(path);
    if (file) {
      response.set('cache-control', keeping(path));
      return send(file, request, response);
    }
    if (!isPage(path)) return next();
    response.set({ ...pageHeaders, 'cache-control': 'no-store' });
    if (index) send(index, request, response);
    else response.status(503).type('text/plain; charset=utf-8').send(notBuilt);
  };
}

function send({ type, bytes, packed }: WebFile, request: Request, response: Response): void {
  const packs = packed !== null && request.acceptsEncodings('gzip') === 'gzip';
  // A picture or a script that is opened by itself has no rights either.
  response.set({ ...pageHeaders, 'content-type': type, vary: 'Accept-Encoding' });
  if (packs) response.set('content-encoding', 'gzip');
  response.send(packs ? packed : bytes);
}
