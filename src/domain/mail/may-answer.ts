import { ownDomainsOnly, plainAddress } from './addresses.js';
import type { MailEnvelope } from './envelope.js';

/**
 * Why nobody is answered, as a code. The first group is about the delivery and the house, the second about the mail
 * (RFC 3834, section 2, and what machines say of themselves in practice).
 */
export type Silence =
  | 'noWayOut'
  | 'notAMail'
  | 'answersSwitchedOff'
  | 'noInvoice'
  | 'answeredAlready'
  | 'relay'
  | 'bounce'
  | 'automatic'
  | 'bulk'
  | 'mailingList'
  | 'answersUnwanted'
  | 'outOfOffice'
  | 'loop'
  | 'headerCut'
  | 'forged'
  | 'noAddress'
  | 'replyElsewhere'
  | 'ownAddress'
  | 'noReplyAddress';

export type MayAnswer =
  { readonly kind: 'answer'; readonly to: string } | { readonly kind: 'silent'; readonly because: Silence };

/**
 * Whether a mail may be answered by a machine, and under which address. An answer that should not have been sent can
 * start a loop or hit a stranger; one that was not sent costs a supplier a look at the tracking page. So doubt means silence.
 * It goes to the sender, never to a Reply-To: in the domain of a mail service that is anybody's address.
 * @param authservIds whose word on the sender counts, in lower case; none: the topmost field's.
 */
export function mayAnswer(
  envelope: MailEnvelope,
  ownAddresses: readonly string[],
  authservIds: readonly string[] = [],
): MayAnswer {
  const machine = machineGuards.find(({ holds }) => holds(envelope));
  if (machine) return { kind: 'silent', because: machine.because };
  if (isForged(envelope, authservIds)) return { kind: 'silent', because: 'forged' };
  const { from, replyTo, returnPath } = envelope;
  if (replyTo !== null && replyTo !== from && !ownDomainsOnly(replyTo, [from, returnPath]))
    return { kind: 'silent', because: 'replyElsewhere' };
  const senders = [from, envelope.headers['sender']?.[0] ?? null, returnPath, replyTo];
  const unread = senders.some((address) => address !== null && isMachineAddress(address));
  if (unread) return { kind: 'silent', because: 'noReplyAddress' };
  const answer = mayWriteTo(from, ownAddresses);
  return answer.kind === 'answer' && replyTo !== null && ownAddresses.includes(replyTo)
    ? { kind: 'silent', because: 'ownAddress' }
    : answer;
}

/** Whether a mail's header shows a machine that answers or reports by itself; one through a list may be a person's. */
export const isFromMachine = (envelope: MailEnvelope): boolean =>
  machineGuards.some(({ because, holds }) => byItself.has(because) && holds(envelope));

const byItself: ReadonlySet<Silence> = new Set<Silence>(['bounce', 'automatic', 'outOfOffice', 'loop']);

/** The same for an address that did not come out of a mail's header, as an invoice's BT-43. */
export function mayWriteTo(address: string | null, ownAddresses: readonly string[]): MayAnswer {
  const to = plainAddress(address);
  if (to === null) return { kind: 'silent', because: 'noAddress' };
  if (ownAddresses.includes(to)) return { kind: 'silent', because: 'ownAddress' };
  if (isMachineAddress(to)) return { kind: 'silent', because: 'noReplyAddress' };
  return { kind: 'answer', to };
}

interface Guard {
  readonly because: Silence;
  readonly holds: (envelope: MailEnvelope) => boolean;
}

const valuesOf = ({ headers }: MailEnvelope, name: string): readonly string[] =>
  (headers[name] ?? []).map((value) => withoutComments(value).trim().toLowerCase());

/** Comments (RFC 5322, 3.2.2) may stand anywhere in a value and within each other; one without an end is none. */
function withoutComments(value: string): string {
  const innermost = /\((?:[^()\\]|\\.)*\)/g;
  let [before, after] = [value, value.replace(innermost, ' ')];
  while (after !== before) [before, after] = [after, after.replace(innermost, ' ')];
  return after.replaceAll('(', ' ');
}

/** True if a value of the field begins with one of the words. */
const says =
  (name: string, pattern: RegExp) =>
  (envelope: MailEnvelope): boolean =>
    valuesOf(envelope, name).some((value) => pattern.test(value));

const has =
  (...names: readonly string[]) =>
  (envelope: MailEnvelope): boolean =>
    names.some((name) => (envelope.headers[name] ?? []).length > 0);

/** What a machine writes into the subject when it answers for somebody who is away or reports a failure. */
const awaySubject =
  /^(?:(?:re|aw|fwd?|wg):\s*)*(?:abwesenheit(?:snotiz|sassistent)?\b|automatische (?:antwort|r[üu]ckmeldung)|out[ -]of[ -](?:the[ -])?office|auto(?:matic|mated)?[ -]?(?:reply|response)|ich bin (?:nicht im b[üu]ro|im urlaub))/i;
const bounceSubject =
  /^(?:undeliver(?:ed|able)|unzustellbar|mail delivery|delivery (?:status notification|failure|has failed)|returned mail|failure notice|zustellung .*fehlgeschlagen)/i;

/**
 * Whether a server that is believed has found the sender to be somebody else: a word in a mail may be its sender's own, so
 * another's dkim=pass acquits nobody. Servers put their fields on top and take away what bears their name below (RFC 8601,
 * section 5); with no name set, the one on top is believed. A forwarded mail fails SPF and passes DKIM.
 */
function isForged(envelope: MailEnvelope, authservIds: readonly string[]): boolean {
  const fields = valuesOf(envelope, 'authentication-results').map((value) => ({
    value,
    by: /^[^;\s]*/.exec(value)?.[0],
  }));
  const believed = authservIds.length > 0 ? authservIds : fields.slice(0, 1).map(({ by }) => by ?? '');
  const results = fields.filter(({ by }) => believed.includes(by ?? ''));
  const says = (result: RegExp) => results.some(({ value }) => result.test(value));
  if (says(/[;\s]dmarc\s*=\s*fail\b/)) return true;
  const failsSpf =
    says(/[;\s]spf\s*=\s*fail\b/) || receivedSpf(envelope, authservIds).some((value) => /^fail\b/.test(value));
  return failsSpf && !says(/[;\s](?:dkim|dmarc)\s*=\s*pass\b/);
}

/** The same in the field of before (RFC 7208, 9.1), which names its server in `receiver`. */
function receivedSpf(envelope: MailEnvelope, authservIds: readonly string[]): readonly string[] {
  const values = valuesOf(envelope, 'received-spf');
  if (authservIds.length === 0) return values.slice(0, 1);
  return values.filter((value) => authservIds.includes(/\breceiver\s*=\s*"?([^;\s"]+)/.exec(value)?.[1] ?? ''));
}

const machineGuards: readonly Guard[] = [
  { because: 'bounce', holds: ({ returnPath }) => returnPath?.replace(/[<>\s]/g, '') === '' },
  { because: 'bounce', holds: says('content-type', /^multipart\/report\b/) },
  { because: 'bounce', holds: has('x-failed-recipients') },
  { because: 'bounce', holds: ({ subject }) => bounceSubject.test(subject?.trim() ?? '') },
  { because: 'automatic', holds: says('auto-submitted', /^(?!no\s*(?:$|[;(]))/) },
  { because: 'outOfOffice', holds: has('x-autoreply', 'x-autorespond', 'x-auto-reply') },
  { because: 'outOfOffice', holds: ({ subject }) => awaySubject.test(subject?.trim() ?? '') },
  { because: 'mailingList', holds: ({ headers }) => Object.keys(headers).some((name) => name.startsWith('list-')) },
  { because: 'mailingList', holds: has('feedback-id') },
  { because: 'bulk', holds: says('precedence', /^(?:bulk|junk|list|auto_reply)\b/) },
  // Microsoft's field: who asks for no delivery or read notification may still be answered.
  { because: 'answersUnwanted', holds: says('x-auto-response-suppress', /(?:^|[,;\s])(?:all|autoreply|oof)\b/) },
  { because: 'loop', holds: has('x-loop', 'x-eingang-delivery') },
  { because: 'headerCut', holds: ({ isCut }) => isCut === true },
];

/** Mailboxes that no person reads, by their local part (RFC 2142, RFC 3834 section 2, and habit). */
const machineLocalPart =
  /^(?:(?:.*[._+-])?(?:no|not|do[._-]?not|dont|kein|keine|nicht)[._-]?(?:repl(?:y|ies)|antwort(?:en)?|respond|response)(?:[._+-].*)?|mailer[._-]?daemon|post[._-]?master|hostmaster|abuse|bounces?|(?:.*[._+-])?bounces?(?:[._+-].*)?|owner-.*|.*-(?:owner|request|bounces?)|listserv|majordomo|nobody|root|daemon|undisclosed-recipients)$/i;

const isMachineAddress = (address: string): boolean => machineLocalPart.test(address.split('@')[0] ?? '');
