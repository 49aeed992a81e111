import type { MailEnvelope } from '../../src/domain/mail/envelope.js';
import { mayAnswer, mayWriteTo } from '../../src/domain/mail/may-answer.js';

const envelope = (changed: Partial<MailEnvelope> = {}): MailEnvelope => ({
  from: 'post@handwerk.example',
  replyTo: null,
  returnPath: 'post@handwerk.example',
  to: ['rechnung@auenfurt.example'],
  cc: [],
  messageId: '<1@handwerk.example>',
  inReplyTo: null,
  references: [],
  subject: 'Rechnung 4711',
  date: null,
  language: null,
  headers: {},
  ...changed,
});
const own = ['rechnung@auenfurt.example'];
const header = (name: string, value: string) => ({ headers: { [name]: [value] } });

const results = (...values: readonly string[]) => ({ headers: { 'authentication-results': [...values] } });

describe('A word on who has sent a mail', () => {
  it.each<readonly [string, readonly string[], Partial<MailEnvelope>, boolean]>([
    ['of the topmost server', [], results('mx.x; dmarc=fail'), true],
    ['below the topmost server', [], results('mx.x; dmarc=pass', 'sender.y; dmarc=fail'), false],
    ['of the sender, which acquits', [], results('mx.x; spf=fail', 'sender.y; dkim=pass'), true],
    ['of the same server further below', [], results('mx.x; spf=fail', 'mx.x; dkim=pass'), false],
    ['of a server that is set', ['mx.x'], results('sender.y; dmarc=pass', 'MX.X 1; dmarc=fail'), true],
    ['of another than is set', ['mx.x'], results('sender.y; dmarc=fail'), false],
    ['that acquits, of another than is set', ['mx.x'], results('sender.y; dkim=pass', 'mx.x; spf=fail'), true],
    ['in the field of before', ['mx.x'], header('received-spf', 'fail (x) receiver=mx.x; client-ip=1.2.3.4'), true],
    ['in the field of before, of another', ['mx.x'], header('received-spf', 'fail (x) receiver=sender.y'), false],
  ])('%s counts as it should', (_, authservIds, changed, forged) => {
    const answer = mayAnswer(envelope(changed), own, authservIds);
    expect(answer.kind === 'silent' ? answer.because : '').toBe(forged ? 'forged' : '');
  });
});

describe('A mail', () => {
  it.each<readonly [string, Partial<MailEnvelope>]>([
    ['of a person', {}],
    ['without a return path', { returnPath: null }],
    ['that says that a person wrote it', header('auto-submitted', 'no')],
    ['that says so with a comment', header('auto-submitted', 'No (really)')],
    ['that wants no delivery notification', header('x-auto-response-suppress', 'DR, RN, NRN')],
    ['with a return path of a mail service', { returnPath: 'm-17-x@eu.mailer.example' }],
    ['of ordinary precedence', header('precedence', 'first-class')],
    ['with a content type of its own', header('content-type', 'multipart/mixed; boundary="report"')],
    ['that was forwarded', header('authentication-results', 'mx.x; spf=fail; dkim=pass; dmarc=pass')],
    ['that an own server is not sure of', header('authentication-results', 'mx.x; spf=softfail; dkim=none')],
    ['about an absence in its middle', { subject: 'Rechnung 5 (Vertretung wegen Abwesenheit)' }],
  ])('%s may be answered', (_, changed) => {
    expect(mayAnswer(envelope(changed), own)).toEqual({ kind: 'answer', to: 'post@handwerk.example' });
  });

  it.each<readonly [string, Partial<MailEnvelope>, string]>([
    ['with an empty return path', { returnPath: '' }, 'bounce'],
    ['with an empty return path in brackets', { returnPath: '<>' }, 'bounce'],
    ['that is a report behind a comment', header('content-type', '(a (b) \\)) multipart/report'), 'bounce'],
    ['that is a report, and hides that', header('content-type', '( multipart/report'), 'bounce'],
    ['whose header goes on unseen', { isCut: true }, 'headerCut'],
    ['to be answered to us', { replyTo: 'rechnung@auenfurt.example', from: 'a@auenfurt.example' }, 'ownAddress'],
    ['that asks for no answer', { replyTo: 'noreply@handwerk.example' }, 'noReplyAddress'],
    ['that fails DMARC', header('authentication-results', 'mx.x; dkim=pass; dmarc=fail (p=none)'), 'forged'],
    ['that fails SPF', header('authentication-results', 'mx.x; spf=fail smtp.mailfrom=a'), 'forged'],
    ['that fails SPF elsewhere', header('received-spf', 'Fail (mx.x)'), 'forged'],
    ['that is a report', header('content-type', 'Multipart/Report; report-type=delivery-status'), 'bounce'],
    ['that names who failed', header('x-failed-recipients', 'a@b.example'), 'bounce'],
    ['that says that it came back', { subject: 'Undelivered Mail Returned to Sender' }, 'bounce'],
    ['that a machine answered', header('auto-submitted', 'auto-replied'), 'automatic'],
    ['that a machine generated', header('auto-submitted', 'auto-generated; owner-email="a@b"'), 'automatic'],
    ['whose Auto-Submitted only begins as no', header('auto-submitted', 'notified'), 'automatic'],
    ['that answers for somebody', header('x-autoreply', 'yes'), 'outOfOffice'],
    ['that says that somebody is out', { subject: 'AW: Automatische Antwort: Rechnung' }, 'outOfOffice'],
    ['that tells an absence', { subject: 'Abwesenheitsnotiz: Rechnung 4711' }, 'outOfOffice'],
    ['of a list', header('list-id', '<bau.handwerk.example>'), 'mailingList'],
    ['of a mass sender', header('feedback-id', '1:2:3'), 'mailingList'],
    ['of low precedence', header('precedence', 'Bulk'), 'bulk'],
    ['that wants no answer', header('x-auto-response-suppress', 'OOF, AutoReply'), 'answersUnwanted'],
    ['that wants none at all', header('x-auto-response-suppress', 'All'), 'answersUnwanted'],
    ['that was here before', header('x-loop', 'rechnung@auenfurt.example'), 'loop'],
    ['without a sender', { from: null, returnPath: null }, 'noAddress'],
    ['with a sender that hides a header', { from: 'a@b.example\r\nBcc: c@d.example' }, 'noAddress'],
    ['with two senders in one', { from: 'a@b.example,c@d.example', returnPath: null }, 'noAddress'],
    ['of ours', { from: 'Rechnung@Auenfurt.example' }, 'ownAddress'],
    ['of nobody', { from: 'no-reply@handwerk.example' }, 'noReplyAddress'],
    ['of nobody in German', { from: 'rechnung.nicht-antworten@handwerk.example' }, 'noReplyAddress'],
    [
      'of nobody, with an address to answer to',
      { from: 'noreply@h.example', replyTo: 'a@h.example' },
      'noReplyAddress',
    ],
    ['of a mail server', { from: 'MAILER-DAEMON@handwerk.example' }, 'noReplyAddress'],
    ['of a postmaster', { from: 'postmaster@handwerk.example' }, 'noReplyAddress'],
    ['returned to a list', { returnPath: 'bau-bounces@handwerk.example' }, 'noReplyAddress'],
    ['to be answered elsewhere', { replyTo: 'opfer@anderswo.example' }, 'replyElsewhere'],
    ['to be answered in a domain above all', { replyTo: 'opfer@example' }, 'replyElsewhere'],
  ])('%s is not answered', (_, changed, because) => {
    expect(mayAnswer(envelope(changed), own)).toEqual({ kind: 'silent', because });
  });

  it.each([
    ['opfer@handwerk.example', 'the same domain, which may be a mail service'],
    ['buchhaltung@kontor.handwerk.example', 'a domain below it'],
    ['opfer@co.handwerk.example', 'a domain that is not theirs'],
    ['post@handwerk.example', 'the same mailbox'],
  ])('is answered to its sender, with a Reply-To of %s in %s', (replyTo) => {
    expect(mayAnswer(envelope({ replyTo }), own)).toEqual({ kind: 'answer', to: 'post@handwerk.example' });
  });
});

describe('An address of an invoice', () => {
  it.each([
    ['Post@Handwerk.example', { kind: 'answer', to: 'post@handwerk.example' }],
    ['siehe Briefkopf', { kind: 'silent', because: 'noAddress' }],
    [null, { kind: 'silent', because: 'noAddress' }],
    ['noreply@handwerk.example', { kind: 'silent', because: 'noReplyAddress' }],
    [`${'a'.repeat(65)}@handwerk.example`, { kind: 'silent', because: 'noAddress' }],
  ])('as %j is looked at the same way', (address, answer) => {
    expect(mayWriteTo(address, own)).toEqual(answer);
  });
});
