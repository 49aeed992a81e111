import { chosenLanguage } from '../words/language.js';
import { away } from './client.js';
import { problemOf } from './problem.js';

interface Upload {
  readonly path: string;
  readonly form: FormData;
  /** Kept for a repeat of the same call, so that the server does it once. */
  readonly idempotencyKey?: string;
  readonly signal: AbortSignal;
  /** Bytes on their way of all bytes; the last call says that the answer is awaited. */
  readonly onProgress?: (sent: number, all: number) => void;
}

/**
 * Sends files and tells how far they are, which `fetch` cannot. For doors that nobody signs in at; problems are the
 * client's (`ProblemError`), a cancelled call ends in an AbortError.
 */
export function upload<Answer>({ path, form, idempotencyKey, signal, onProgress }: Upload): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Accept-Language', chosenLanguage.get());
    if (idempotencyKey !== undefined) request.setRequestHeader('Idempotency-Key', idempotencyKey);
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress?.(loaded, total));
    request.addEventListener('load', () => answerOf<Answer>(request).then(resolve, reject));
    request.addEventListener('error', () => reject(away()));
    request.addEventListener('abort', () => reject(new DOMException('Cancelled', 'AbortError')));
    if (signal.aborted) return reject(new DOMException('Cancelled', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

export const isCancelled = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

async function answerOf<Answer>({ status, responseText }: XMLHttpRequest): Promise<Answer> {
  if (status < 200 || status > 299) throw await problemOf(new Response(responseText, { status }));
  const answer: Answer = JSON.parse(responseText);
  return answer;
}
