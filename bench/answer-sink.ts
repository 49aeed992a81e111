import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

/** A mail server of this run's own that takes every answer and counts them by Message-ID. */
export class AnswerSink {
  readonly byMessageId = new Map<string, number>();
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, taken) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const id = /^message-id:\s*(<[^>]+>)/im.exec(Buffer.concat(pieces).toString('latin1'))?.[1] ?? 'none';
        this.byMessageId.set(id, (this.byMessageId.get(id) ?? 0) + 1);
        taken();
      });
    },
  });

  /** @returns its address, for SMTP_URL. */
  async start(): Promise<string> {
    // Whoever is killed in the middle of a mail breaks the line.
    this.server.on('error', () => undefined);
    const listening = this.server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const address = listening.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    return `smtp://127.0.0.1:${port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}
