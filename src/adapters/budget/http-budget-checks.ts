import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { z } from 'zod';
import {
  BudgetChecks,
  type BudgetQuestion,
  type BudgetReply,
  type BudgetSilence,
} from '../../pipeline/ports/budget-checks.js';
import { atAnyAddress, nobodyListened, type Hosts } from '../../pipeline/ports/hosts.js';

/** Bounds on what a budget system may cost the clerk who waits for it. */
const limits = { wholeMs: 5_000, answerBytes: 64 * 1024, message: 500 } as const;

const reply = z.object({
  answer: z.enum(['yes', 'no', 'unknown']),
  message: z
    .string()
    .transform((text) =>
      text
        .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
        .trim()
        .slice(0, limits.message),
    )
    .nullish(),
});

/** Asks over HTTP: POST with JSON, at the address that was checked; nothing is followed elsewhere. */
export class HttpBudgetChecks extends BudgetChecks {
  /** @param httpsOnly as in production: what the town spends crosses no network in the clear. */
  constructor(
    private readonly hosts: Hosts,
    private readonly httpsOnly: boolean,
  ) {
    super();
  }

  async ask(url: string, question: BudgetQuestion): Promise<BudgetReply> {
    const target = new URL(url);
    const isHttps = target.protocol === 'https:';
    if (!isHttps && this.httpsOnly) return silence('noEncryption');
    const port = Number(target.port || (isHttps ? 443 : 80));
    const place = await this.hosts.find(target.hostname, port, 'https');
    if (place.kind === 'refused') return silence('hostForbidden');
    const signal = AbortSignal.timeout(limits.wholeMs);
    const { servername } = place;
    const json = JSON.stringify(question);
    try {
      const ask = (address: string) => post(target, { address, servername, signal }, json);
      const body = await atAnyAddress(place, ask, (error) => nobodyListened(error) && !signal.aborted);
      const read = reply.safeParse(JSON.parse(body));
      return read.success ? { answer: read.data.answer, message: read.data.message ?? null } : silence('notUnderstood');
    } catch (error) {
      return silence(error instanceof SyntaxError ? 'notUnderstood' : 'noAnswer');
    }
  }
}

const silence = (because: BudgetSilence): BudgetReply => ({ answer: 'unknown', message: because });

function post(
  url: URL,
  place: { readonly address: string; readonly servername: string | null; readonly signal: AbortSignal },
  json: string,
): Promise<string> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const options = {
    ...{ method: 'POST', host: place.address, port: url.port, path: `${url.pathname}${url.search}` },
    ...(place.servername === null ? {} : { servername: place.servername }),
    signal: place.signal,
    headers: {
      host: url.host,
      accept: 'application/json',
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(json),
    },
  };
  return new Promise((resolve, reject) => {
    const asked = request(options, (answer) => {
      const pieces: Buffer[] = [];
      let size = 0;
      answer.on('data', (piece: Buffer) => {
        size += piece.byteLength;
        if (size > limits.answerBytes) asked.destroy(new Error('the answer is too long'));
        else pieces.push(piece);
      });
      answer.on('error', reject);
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(Buffer.concat(pieces).toString('utf8'));
        else reject(new Error(`status ${String(answer.statusCode)}`));
      });
    });
    asked.on('error', reject).end(json);
  });
}
