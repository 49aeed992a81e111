import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

/** A mail as this server has taken it. */
export interface TakenAnswer {
  /** With its angle brackets; '' if it bears none. */
  readonly messageId: string;
  /** Its field Date, as it stands there. */
  readonly date: string;
  /** Milliseconds since 1970, before the server's 250. */
  readonly at: number;
}

/** A mail server of this run's own that takes every answer and notes in which order. */
export class AnswerSink {
  readonly taken: TakenAnswer[] = [];
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, taken) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const raw = Buffer.concat(pieces);
        const head = raw.toString('latin1');
        this.taken.push({ messageId: fieldOf(head, 'message-id'), date: fieldOf(head, 'date'), at: Date.now() });
        taken();
        this.onTaken(this.taken.length, raw);
      });
    },
  });

  /** @param onTaken is told after each 250 how many mails have been taken, and gets the one just taken. */
  constructor(private readonly onTaken: (count: number, raw: Buffer) => void) {}

  /** @returns its address, for SMTP_URL. */
  async start(): Promise<string> {
    // Whoever is killed in the middle of a mail breaks the line.
    this.server.on('error', () => undefined);
    const listening = this.server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const address = listening.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    return `smtp://127.0.0.1:${port}?encryption=none`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}

const fieldOf = (head: string, name: string): string =>
  new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
