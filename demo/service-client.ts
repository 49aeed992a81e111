import { z } from 'zod';
import { sharesOf, type Share } from './chart.js';
import type { AttachedFile } from './sendings.js';

const receipt = z.object({
  number: z.string(),
  trackingUrl: z.string(),
  trackingToken: z.string(),
  parts: z.array(z.object({ fate: z.enum(['invoice', 'repeat']), invoiceId: z.string() })).length(1),
});
export type DemoReceipt = z.infer<typeof receipt>;

const invoice = z.object({
  id: z.string(),
  state: z.string(),
  version: z.number(),
  clarificationReason: z.string().nullable(),
  departmentId: z.string().nullable(),
  verdict: z.string().nullable(),
  number: z.string().nullable(),
  sellerName: z.string().nullable(),
  grossAmount: z.string().nullable(),
  currency: z.string().nullable(),
});
export type DemoInvoice = z.infer<typeof invoice>;

const counterReceipt = z.object({ trackingToken: z.string() });

const tracked = z.object({
  number: z.string(),
  sorted: z.boolean(),
  parts: z.array(z.object({ fileName: z.string(), fate: z.string() })),
});
export type TrackedDelivery = z.infer<typeof tracked>;

const invoiceLines = z.object({
  items: z.array(z.object({ id: z.string(), fileName: z.string(), state: z.string() })),
});
export type InvoiceLine = z.infer<typeof invoiceLines>['items'][number];

const mailbox = z.object({
  id: z.string(),
  ...{ name: z.string(), address: z.string(), isRelay: z.boolean(), answers: z.boolean() },
  settings: z.looseObject({ imap: z.looseObject({ port: z.number() }) }),
});
export type MailboxAnswer = z.infer<typeof mailbox>;

const made = z.object({ id: z.string() });

const coding = z.object({ total: z.string(), proposedYear: z.number() });

const report = z.object({ findings: z.array(z.object({ rule: z.string(), severity: z.string() })) });
const session = z.object({ csrfToken: z.string(), mustChangePassword: z.boolean() });
const batch = z.object({ handOverId: z.string(), records: z.array(z.object({ invoiceId: z.string() })) });

/** How to call the service's API: as a machine with its key, or as a person with their session. Once `ended`, no call is answered. */
export class ServiceClient {
  constructor(
    readonly url: string,
    private readonly ended: AbortSignal | null = null,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  withKey(key: string): ServiceClient {
    return new ServiceClient(this.url, this.ended, { authorization: `Bearer ${key}` });
  }

  /** Signs in, and changes a one-time password into the lasting one on the way. */
  async signIn(tenant: string, login: string, oneTime: string, lasting: string): Promise<ServiceClient> {
    const first = await this.trySignIn(tenant, login, lasting);
    if (first) return first;
    const early = await this.trySignIn(tenant, login, oneTime);
    if (!early) throw new Error(`${login} could not sign in`);
    await early.call('POST', '/session/password', { current: oneTime, wanted: lasting });
    const again = await this.trySignIn(tenant, login, lasting);
    if (!again) throw new Error(`${login} could not sign in with the new password`);
    return again;
  }

  async deliver(file: AttachedFile, key: string): Promise<DemoReceipt> {
    const form = new FormData();
    form.append('file', new Blob([Buffer.from(file.bytes)], { type: file.mediaType }), file.fileName);
    return receipt.parse(await this.call('POST', '/deliveries', form, { 'idempotency-key': key }));
  }

  /** Brings files to the town's counter. @returns the token of the tracking link. */
  async bringToCounter(slug: string, sender: string, files: readonly AttachedFile[], key: string): Promise<string> {
    const form = new FormData();
    for (const { fileName, mediaType, bytes } of files)
      form.append('file', new Blob([Buffer.from(bytes)], { type: mediaType }), fileName);
    form.append('sender', sender);
    const path = `/counter/${slug}/deliveries`;
    return counterReceipt.parse(await this.call('POST', path, form, { 'idempotency-key': key })).trackingToken;
  }

  async track(token: string): Promise<TrackedDelivery> {
    return tracked.parse(await this.call('GET', `/tracking/${token}`));
  }

  /** The newest invoices that the caller may see. */
  async newestInvoices(): Promise<readonly InvoiceLine[]> {
    return invoiceLines.parse(await this.call('GET', '/invoices?queue=all&sort=-receivedAt&limit=200')).items;
  }

  async mailboxes(): Promise<readonly MailboxAnswer[]> {
    const path = '/administration/mailboxes';
    return z.object({ items: z.array(mailbox) }).parse(await this.call('GET', path)).items;
  }

  async openMailbox(wanted: object, key: string): Promise<void> {
    await this.call('POST', '/administration/mailboxes', wanted, { 'idempotency-key': key });
  }

  async changeMailbox(id: string, wanted: object, key: string): Promise<void> {
    await this.call('PUT', `/administration/mailboxes/${id}`, wanted, { 'idempotency-key': key });
  }

  async invoice(id: string): Promise<DemoInvoice> {
    return invoice.parse(await this.call('GET', `/invoices/${id}`));
  }

  /** Ids of the fatal rules in the report; none where there is no report. */
  async fatalRules(id: string): Promise<readonly string[]> {
    const { findings } = report.parse(await this.call('GET', `/invoices/${id}/report`));
    return [...new Set(findings.filter((finding) => finding.severity === 'fatal').map((finding) => finding.rule))];
  }

  async decide(id: string, decision: Readonly<Record<string, unknown>>, key: string): Promise<void> {
    const { version } = await this.invoice(id);
    await this.call('POST', `/invoices/${id}/decisions`, decision, {
      'idempotency-key': key,
      'if-match': `"${version}"`,
    });
  }

  /** Codes an invoice by shares of its amount, to the Haushaltsjahr that is likeliest meant. */
  async code(id: string, shares: readonly Share[], key: string): Promise<void> {
    const { total, proposedYear: fiscalYear } = coding.parse(await this.call('GET', `/invoices/${id}/coding`));
    const amounts = sharesOf(total, shares);
    const splits = shares.map(({ percent: _, ...split }, at) => ({ ...split, amount: amounts[at] }));
    const { version } = await this.invoice(id);
    const headers = { 'idempotency-key': key, 'if-match': `"${version}"` };
    await this.call('POST', `/invoices/${id}/coding`, { fiscalYear, splits }, headers);
  }

  /** Imports a chart of accounts, and asks from then on for complete orders, once another administrator has confirmed it. */
  async openChart(fiscalYear: number, csv: string, second: ServiceClient): Promise<void> {
    const body = { fiscalYear, file: Buffer.from(csv).toString('base64'), closesOthers: true };
    await this.call('POST', '/administration/chart/imports', body, { 'idempotency-key': `chart-${fiscalYear}` });
    const setting = { requiredForOrder: true, closedYears: [fiscalYear - 1], budgetCheck: null };
    const headers = { 'idempotency-key': `coding-${fiscalYear}`, 'if-match': '"0"' };
    const proposals = '/administration/settings/coding/proposals';
    const { id } = made.parse(await this.call('POST', proposals, setting, headers));
    await second.call('POST', `/administration/settings/proposals/${id}/confirmation`, undefined, {
      'idempotency-key': `coding-${fiscalYear}`,
    });
  }

  async claimHandOver(key: string): Promise<z.infer<typeof batch>> {
    return batch.parse(await this.call('POST', '/handovers', { limit: 100 }, { 'idempotency-key': key }));
  }

  async answerHandOver(
    handOverId: string,
    invoiceId: string,
    kind: 'acknowledgement' | 'refusal',
    body: Readonly<Record<string, string>>,
  ): Promise<void> {
    const path = `/handovers/${handOverId}/records/${invoiceId}/${kind}`;
    await this.call('POST', path, body, { 'idempotency-key': `${kind}-${invoiceId}` });
  }

  private async trySignIn(tenant: string, login: string, password: string): Promise<ServiceClient | null> {
    const response = await this.send('POST', '/session', { tenant, login, password });
    if (response.status === 401) return null;
    const { csrfToken } = session.parse(await answerOf(response));
    const cookie = response.headers.getSetCookie().map((one) => one.split(';', 1)[0] ?? '');
    return new ServiceClient(this.url, this.ended, { cookie: cookie.join('; '), 'x-csrf-token': csrfToken });
  }

  /** Any call of the API. @throws Error with the problem's own sentence where the service refused. */
  async call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<unknown> {
    return answerOf(await this.send(method, path, body, headers));
  }

  private send(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const json = body !== undefined && !(body instanceof FormData);
    return fetch(`${this.url}/api/v1${path}`, {
      method,
      signal: this.ended,
      headers: { ...this.headers, ...headers, ...(json ? { 'content-type': 'application/json' } : {}) },
      ...(body instanceof FormData ? { body } : json ? { body: JSON.stringify(body) } : {}),
    });
  }
}

/** The answer's JSON. @throws Error with the problem's own sentence where the service refused. */
async function answerOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${text}`);
  if (text === '') return null;
  const answer: unknown = JSON.parse(text);
  return answer;
}
