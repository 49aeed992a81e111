import { z } from 'zod';
import { ACTIONS } from '../domain/approval/actions.js';
import type { Offer } from '../domain/approval/decide.js';
import { wording } from './pages.js';
import { sentenceOf, type Language } from './problem.js';

/** One action, whether whoever asks may do it now, and why not otherwise. */
export const offer = z.object({
  action: z.string(),
  label: wording,
  needs: z.array(z.string()),
  allowed: z.boolean(),
  refusal: z.object({ code: z.string(), detail: z.string() }).nullable(),
  relevant: z.boolean().describe('Whether it is worth telling you why not'),
});

export const offerOf = (
  { action, needs, refusal, relevant }: Offer,
  names: Readonly<Record<string, string>>,
  language: Language,
): z.infer<typeof offer> => ({
  action,
  label: ACTIONS[action].label,
  needs: [...needs],
  allowed: refusal === null,
  relevant,
  refusal: refusal && { code: refusal.code, detail: sentenceOf(refusal, language, names) },
});
