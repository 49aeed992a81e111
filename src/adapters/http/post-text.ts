import { request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { atAnyAddress, nobodyListened, type HostPlace } from '../../pipeline/ports/hosts.js';

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

interface Posted {
  readonly contentType: string;
  readonly text: string;
  /** Sent as RFC 6750 has it. */
  readonly token?: string | null;
  /** Ends the request, and the tries at further addresses. */
  readonly signal: AbortSignal;
  /** A longer answer is given up. */
  readonly answerBytes: number;
}

/** The port that a URL means. */
export const portOf = ({ port, protocol }: URL): number => Number(port || (protocol === 'https:' ? 443 : 80));

/**
 * Posts a text to a place that was checked, at the first of its addresses where somebody listens; nothing is followed
 * elsewhere. Throws where there is no answer, or one that is too long.
 */
export function postText(url: URL, place: HostPlace, { contentType, text, token, signal, answerBytes }: Posted) {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const options = {
    ...{ method: 'POST', port: url.port, path: `${url.pathname}${url.search}`, signal },
    ...(place.servername === null ? {} : { servername: place.servername }),
    headers: {
      host: url.host,
      accept: 'application/json',
      'content-type': contentType,
      'content-length': Buffer.byteLength(text),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
  };
  const ask = (host: string) => answerTo(request, { ...options, host }, text, answerBytes);
  return atAnyAddress(place, ask, (error) => nobodyListened(error) && !signal.aborted);
}

function answerTo(request: typeof requestHttp, options: RequestOptions, text: string, limit: number) {
  return new Promise<HttpAnswer>((resolve, reject) => {
    const asked = request(options, (answer) => {
      const pieces: Buffer[] = [];
      let size = 0;
      answer.on('data', (piece: Buffer) => {
        size += piece.byteLength;
        if (size > limit) asked.destroy(new Error('the answer is too long'));
        else pieces.push(piece);
      });
      answer.on('error', reject);
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(pieces).toString('utf8') }));
    });
    asked.on('error', reject).end(text);
  });
}
