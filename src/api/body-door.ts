import type { NextFunction, Request, Response } from 'express';
import { Problem } from './problem.js';

/** What a JSON body may be at most (invariant 12). */
export const bodyLimits = { bytes: 1024 * 1024, depth: 64 } as const;

export const inMegabytes = (bytes: number): string => `${String(bytes / 1024 / 1024)} MB`;

/**
 * Turns the raw bytes of a JSON body into its value. Whatever walks it later may recurse, so its depth is bounded before
 * it is parsed; text that UTF-8 and PostgreSQL cannot hold is refused wherever it stands.
 */
export function readJsonBody(request: Request, _response: Response, next: NextFunction): void {
  const bytes: unknown = request.body;
  if (!(bytes instanceof Uint8Array)) return next();
  if (depthOf(bytes) > bodyLimits.depth) return next(Problem.atTheDoor('tooDeep', { limit: String(bodyLimits.depth) }));
  const value = parsed(bytes);
  if (value === undefined) return next(Problem.atTheDoor('bodyUnreadable'));
  if (!isUsable(value)) return next(Problem.atTheDoor('textNotUsable'));
  request.body = value;
  next();
}

/** undefined where the bytes are no JSON in UTF-8. */
function parsed(bytes: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return value;
  } catch {
    return undefined;
  }
}

const [quote, backslash] = [0x22, 0x5c];
const opening: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const closing: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/** Nesting of a JSON text's brackets outside of strings; the bytes tell, for UTF-8 puts none of them into other characters. */
function depthOf(body: Uint8Array): number {
  let [depth, deepest, inText] = [0, 0, false];
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0;
    if (inText && byte === backslash) at += 1;
    else if (byte === quote) inText = !inText;
    else if (!inText && opening.has(byte)) deepest = Math.max(deepest, (depth += 1));
    else if (!inText && closing.has(byte)) depth -= 1;
  }
  return deepest;
}

function isUsable(value: unknown): boolean {
  if (typeof value === 'string') return isUsableText(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isUsableText(key) && isUsable(inner));
}

/** Well-formed Unicode without NUL. */
export const isUsableText = (text: string): boolean => !text.includes('\0') && !/\p{Cs}/u.test(text);
