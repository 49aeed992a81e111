import { simpleParser } from 'mailparser';

/** A mail that the service has sent, as its addressee finds it. */
export interface FoundAnswer {
  readonly to: string;
  readonly subject: string;
  readonly kind: ShownKind;
  /** The Message-ID of the mail that it answers. */
  readonly inReplyTo: string;
  readonly text: string;
  /** Out of its link to the tracking page. */
  readonly trackingToken: string | null;
}

/** By the beginning of their subjects, in German or English. */
const kinds = [
  [/^(?:Eingangsbestätigung|Receipt) /, 'receipt'],
  [/^(?:Rechnung fehlerhaft|Faulty invoice)/, 'rejection'],
  [/^(?:Rechnung abgelehnt|Invoice declined)/, 'decline'],
  [/^(?:Rechnung zurückgewiesen|Invoice rejected)/, 'staffRejection'],
] as const;

export type ShownKind = (typeof kinds)[number][1] | 'other';

export async function readAnswer(raw: Uint8Array): Promise<FoundAnswer> {
  const { to, subject = '', inReplyTo = '', text = '' } = await simpleParser(Buffer.from(raw));
  return {
    to: [to ?? []].flat()[0]?.text ?? '',
    subject,
    kind: kinds.find(([pattern]) => pattern.test(subject))?.[1] ?? 'other',
    inReplyTo,
    text,
    trackingToken: /\/track\/([\w-]{43})/.exec(text)?.[1] ?? null,
  };
}
