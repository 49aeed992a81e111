import type { Request, Response } from 'express';
import type { ApiSettings } from './api-settings.js';

/** The value of a cookie, or null. A name that comes twice is somebody's attempt to plant one: none of them counts. */
export function cookieOf(request: Request, name: string): string | null {
  const values = (request.headers.cookie ?? '').split(';').flatMap((pair) => {
    const [key, value] = pair.trim().split('=', 2);
    return key === name && value !== undefined && /^[A-Za-z0-9_-]{1,200}$/.test(value) ? [value] : [];
  });
  return values.length === 1 ? (values[0] ?? null) : null;
}

/** The session ends with the browser at the latest; the server ends it earlier. */
export function setSessionCookie(response: Response, settings: ApiSettings, token: string): void {
  response.cookie(settings.cookieName, token, flags(settings));
}

export function clearSessionCookie(response: Response, settings: ApiSettings): void {
  response.clearCookie(settings.cookieName, flags(settings));
}

const flags = (settings: ApiSettings) =>
  ({ httpOnly: true, sameSite: 'strict', secure: settings.secure, path: '/' }) as const;
