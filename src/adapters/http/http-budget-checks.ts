import { z } from 'zod';
import {
  BudgetChecks,
  type BudgetQuestion,
  type BudgetReply,
  type BudgetSilence,
} from '../../pipeline/ports/budget-checks.js';
import type { Hosts } from '../../pipeline/ports/hosts.js';
import { portOf, postText } from './post-text.js';

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

  async ask(url: string, token: string | null, question: BudgetQuestion): Promise<BudgetReply> {
    const target = new URL(url);
    if (target.protocol !== 'https:' && this.httpsOnly) return silence('noEncryption');
    const place = await this.hosts.find(target.hostname, portOf(target), 'https');
    if (place.kind === 'refused') return silence('hostForbidden');
    const { wholeMs, answerBytes } = limits;
    const posted = { contentType: 'application/json', text: JSON.stringify(question), answerBytes, token };
    try {
      const { status, body } = await postText(target, place, { ...posted, signal: AbortSignal.timeout(wholeMs) });
      if (status !== 200) return silence('noAnswer');
      const read = reply.safeParse(JSON.parse(body));
      return read.success ? { answer: read.data.answer, message: read.data.message ?? null } : silence('notUnderstood');
    } catch (error) {
      return silence(error instanceof SyntaxError ? 'notUnderstood' : 'noAnswer');
    }
  }
}

const silence = (because: BudgetSilence): BudgetReply => ({ answer: 'unknown', message: because });
