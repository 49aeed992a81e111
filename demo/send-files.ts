import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { ImapFlow } from 'imapflow';
import { loadConfig, readEnvironment } from '../src/config.js';
import { readAnswer } from './mail/answers.js';
import { sendMail } from './mail/compose-mail.js';
import { mailAccounts, readLines, townAddress, type MailLines } from './mail/mail-lines.js';

// `npm run demo:mail -- FILE…`: sends files as one mail to the town of the running demonstration, and prints what it answers.

/** For the first answer, and for one more after each. */
const waitMs = { first: 60_000, more: 6_000 } as const;

const mediaTypes: Readonly<Record<string, string>> = {
  xml: 'application/xml',
  pdf: 'application/pdf',
  zip: 'application/zip',
  eml: 'message/rfc822',
};

async function sendFiles(paths: readonly string[]): Promise<number> {
  const { dataFolder } = loadConfig({ ...readEnvironment() });
  const lines = await readLines(dataFolder);
  if (paths.length === 0 || lines === null) {
    console.error(
      paths.length === 0
        ? 'Name the files to be sent: npm run demo:mail -- test/fixtures/rules/ubl-invoice.xml'
        : `There is no demonstration in ${dataFolder}. Start it with "npm run demo" and leave it running.`,
    );
    return 2;
  }
  const files = await Promise.all(paths.map(attached));
  // Every run is another sender: the service answers nobody more than five times a day.
  const id = randomUUID();
  const from = { name: 'Probelieferant', mail: `probe-${id.slice(0, 6)}@lieferant.example` };
  const messageId = `<${id}@lieferant.example>`;
  const text = 'Guten Tag,\n\nanbei unsere Rechnung.';
  const subject = `Rechnung: ${files.map(({ fileName }) => fileName).join(', ')}`;
  await sendMail(lines.smtp, { from, to: townAddress, messageId, subject, text, language: 'de', headers: {}, files });
  console.log(`${from.mail} has written to ${townAddress}: ${subject}\nWaiting for answers …`);
  const answered = await printAnswers(lines, messageId);
  if (!answered) console.log(`No answer within ${waitMs.first / 1000} s. Not every mail gets one: see README.md.`);
  return answered ? 0 : 1;
}

const attached = async (path: string) => ({
  fileName: basename(path),
  mediaType: mediaTypes[/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream',
  bytes: await readFile(path),
});

/** Prints what comes in the mailbox of everybody who is not the town, until nothing more comes. */
async function printAnswers({ others }: MailLines, messageId: string): Promise<boolean> {
  const { login: user, password: pass } = mailAccounts.others;
  const client = new ImapFlow({
    ...{ host: '127.0.0.1', port: others, secure: false, doSTARTTLS: false, auth: { user, pass }, logger: false },
  });
  await client.connect();
  try {
    await client.mailboxOpen('INBOX', { readOnly: true });
    const printed = new Set<number>();
    let [answers, giveUpAt] = [0, Date.now() + waitMs.first];
    while (Date.now() < giveUpAt) {
      for (const uid of await newMails(client, printed)) {
        printed.add(uid);
        const mail = await client.fetchOne(String(uid), { source: true }, { uid: true });
        const answer = mail && mail.source ? await readAnswer(mail.source) : null;
        if (answer?.inReplyTo !== messageId) continue;
        answers += 1;
        console.log(`\n--- ${answer.subject}\n\n${answer.text.trim()}`);
        giveUpAt = Date.now() + waitMs.more;
      }
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    return answers > 0;
  } finally {
    await client.logout();
  }
}

async function newMails(client: ImapFlow, known: ReadonlySet<number>): Promise<readonly number[]> {
  await client.noop();
  const found = await client.search({ all: true }, { uid: true });
  return (found || []).filter((uid) => !known.has(uid));
}

try {
  process.exitCode = await sendFiles(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
