import type { SentFile } from './intake.js';
import { readAnswer, type FoundAnswer } from './mail/answers.js';
import { sendMail } from './mail/compose-mail.js';
import { townAddress } from './mail/mail-lines.js';
import type { PostOffice } from './mail/post-office.js';
import type { Sending } from './sendings.js';
import type { ServiceClient } from './service-client.js';
import { until } from './stage.js';
import { tenant } from './town.js';

/** What can be said of sendings once they are sorted. */
export interface SortedSendings {
  readonly sent: readonly SentFile[];
  /** What is not as the fixtures say; empty if all is well. */
  readonly problems: readonly string[];
}

/** The Message-ID of a sending's mail. */
const messageIdOf = ({ name, from }: Sending): string => `<vorfuehrung-${name}@${from.mail.split('@')[1] ?? ''}>`;

/** Sends mails and brings files to the counter, waits until all of it is sorted, and finds the invoices. */
export async function sendSendings(
  sendings: readonly Sending[],
  client: ServiceClient,
  clerk: ServiceClient,
  post: PostOffice,
): Promise<SortedSendings> {
  const tokens = new Map<Sending, string>();
  for (const sending of sendings) {
    if (sending.channel === 'mail')
      await sendMail(post.lines.smtp, { ...sending, to: townAddress, messageId: messageIdOf(sending) });
    else tokens.set(sending, await client.bringToCounter(tenant.slug, sending.from.name, sending.files, sending.name));
  }
  const sent: SentFile[] = [];
  const problems: string[] = [];
  for (const sending of sendings) {
    if (sending.channel === 'mail' && sending.expected.answers.length === 0) continue;
    const token = tokens.get(sending) ?? (await tokenOf(sending, post));
    const { parts } = await until(`${sending.name} is not sorted`, () => sortedOf(client, token), 500);
    const found = parts.map(({ fileName, fate }) => `${fileName}: ${fate}`);
    if (found.join('\n') !== sending.expected.parts.join('\n'))
      problems.push(`${sending.name}: parts are ${found.join(', ')}; should be ${sending.expected.parts.join(', ')}`);
  }
  const invoices = await clerk.newestInvoices();
  for (const { title, expected } of sendings) {
    for (const [fileName, outcome] of Object.entries(expected.invoices)) {
      const invoiceId = invoices.find((invoice) => invoice.fileName === fileName)?.id;
      if (invoiceId === undefined) problems.push(`${fileName}: has not become an invoice`);
      else sent.push({ file: { fileName, title, expected: outcome }, invoiceId, repeat: false });
    }
  }
  return { sent, problems };
}

/** Waits for the answers that senders must get, and says what is missing and what is too much. */
export async function checkAnswers(sendings: readonly Sending[], post: PostOffice): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const sending of sendings.filter(({ channel }) => channel === 'mail')) {
    const should = [...sending.expected.answers].sort().join(', ');
    const arrived = async () => (await answersTo(sending, post)).length >= sending.expected.answers.length || null;
    await until(`answers to ${sending.name} are missing`, arrived);
    const kinds = (await answersTo(sending, post)).map(({ kind }) => kind);
    const found = kinds.sort().join(', ');
    if (found !== should) problems.push(`${sending.name}: answered by ${found}; should be ${should || 'nothing'}`);
  }
  return problems;
}

/** Every mail that the service has sent so far. */
export const allAnswers = (post: PostOffice): Promise<readonly FoundAnswer[]> =>
  Promise.all(post.others.mails.map(readAnswer));

async function answersTo(sending: Sending, post: PostOffice): Promise<readonly FoundAnswer[]> {
  return (await allAnswers(post)).filter(({ inReplyTo }) => inReplyTo === messageIdOf(sending));
}

/** Every answer links to the tracking page. */
const tokenOf = (sending: Sending, post: PostOffice): Promise<string> =>
  until(`${sending.name} is not answered`, async () => {
    const [first] = await answersTo(sending, post);
    return first?.trackingToken ?? null;
  });

async function sortedOf(client: ServiceClient, token: string) {
  const delivery = await client.track(token);
  return delivery.sorted ? delivery : null;
}
