import { once } from 'node:events';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { KeptMailbox } from './kept-mailbox.js';
import { mailAccounts, preferredPorts, townAddress } from './mail-lines.js';
import { portOf, usablePort } from './ports.js';
import { fileOfLines, type MailLines } from './mail-lines.js';

/** No mail is larger than the service takes in. */
const largestMailBytes = 75 * 1024 * 1024;

/**
 * The demonstration's mail servers: one that takes mails by SMTP, the town's mailbox, and one for everybody else.
 * Whatever it is given stays on this machine.
 */
export class PostOffice {
  private constructor(
    private readonly smtp: SMTPServer,
    readonly town: KeptMailbox,
    /** Whoever is not the town: all suppliers, and whom visitors invent. */
    readonly others: KeptMailbox,
  ) {}

  static async open(dataFolder: string): Promise<PostOffice> {
    const folder = (name: string) => join(dataFolder, 'mail', name);
    const town = await KeptMailbox.open(folder('town'), mailAccounts.town, preferredPorts.town);
    const others = await KeptMailbox.open(folder('others'), mailAccounts.others, preferredPorts.others);
    const smtp = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      size: largestMailBytes,
      onData: (stream, { envelope }, taken) => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address.toLowerCase());
        const boxes = [
          ...(to.includes(townAddress) ? [town] : []),
          ...(to.some((address) => address !== townAddress) ? [others] : []),
        ];
        void deliver(stream, from, boxes).then(() => taken(), taken);
      },
    });
    // Whoever breaks the line in the middle of a mail has sent none.
    smtp.on('error', () => undefined);
    const listening = smtp.listen(await usablePort(preferredPorts.smtp), '127.0.0.1');
    await once(listening, 'listening');
    const office = new PostOffice(smtp, town, others);
    await keep(dataFolder, office.lines);
    return office;
  }

  get lines(): MailLines {
    return { smtp: portOf(this.smtp.server.address()), town: this.town.port, others: this.others.port };
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.smtp.close(resolve));
    await this.town.close();
    await this.others.close();
  }
}

/** As the last server on a mail's way it notes the return path (RFC 5321, 4.4). */
async function deliver(stream: SMTPServerDataStream, returnPath: string, boxes: readonly KeptMailbox[]): Promise<void> {
  const pieces: Buffer[] = [Buffer.from(`Return-Path: <${returnPath}>\r\n`)];
  for await (const piece of stream) pieces.push(Buffer.from(piece));
  const raw = Buffer.concat(pieces);
  for (const box of boxes) await box.put(raw);
}

/** For `npm run demo:mail`, which is another process. */
async function keep(dataFolder: string, lines: MailLines): Promise<void> {
  const file = fileOfLines(dataFolder);
  await writeFile(`${file}.half`, JSON.stringify(lines));
  await rename(`${file}.half`, file);
}
