import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { MailServer } from '../../src/pipeline/ports/mail-sender.js';

/** A mail as it was handed in: what was said on the line, and the bytes. */
export interface Posted {
  readonly returnPath: string;
  readonly to: readonly string[];
  readonly raw: string;
}

/** What the server says to a mail after it has taken all of it; null: 250. */
export type Say = (posted: Posted) => { readonly code: number; readonly text: string } | null;

/** A real SMTP server on this machine that keeps what it is given. */
export class PostOffice {
  readonly posted: Posted[] = [];
  say: Say = () => null;
  /** What it says to an address, before there is a mail. */
  sayTo: (address: string) => { readonly code: number; readonly text: string } | null = () => null;

  private constructor(
    private readonly server: SMTPServer,
    readonly port: number,
  ) {}

  static async open(): Promise<PostOffice> {
    const made: PostOffice[] = [];
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: ({ address }, _session, answer) => answer(failureOf(made[0]?.sayTo(address) ?? null)),
      onData: (stream, { envelope }, answer) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
          const to = envelope.rcptTo.map(({ address }) => address);
          const posted = { returnPath: from, to, raw: Buffer.concat(chunks).toString() };
          made[0]?.posted.push(posted);
          answer(failureOf(made[0]?.say(posted) ?? null));
        });
      },
    });
    server.on('error', () => undefined);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    const { port } = addressOf(server.server.address());
    const office = new PostOffice(server, port);
    made.push(office);
    return office;
  }

  /** How to reach it. */
  get line(): MailServer {
    return { host: '127.0.0.1', port: this.port, security: 'none', user: null, password: null };
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

function failureOf(said: ReturnType<Say>): Error | null {
  return said && Object.assign(new Error(said.text), { responseCode: said.code });
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('the server does not listen on a port');
  return address;
}
