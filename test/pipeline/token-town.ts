import { once } from 'node:events';
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import type { Secrets } from '../../src/pipeline/ports/secrets.js';

/** A token endpoint and a mail server that takes its newest token only, both on this machine. */
export class TokenTown {
  /** The forms that the token endpoint was asked with. */
  readonly asked: Readonly<Record<string, string>>[] = [];
  /** What the mail server takes. */
  valid = '';
  /** Whether the token endpoint still knows the refresh token. */
  refuses = false;
  /** What the token endpoint says otherwise than usual. */
  besides: object = {};
  /** What happens before the token endpoint answers. */
  meanwhile: () => Promise<unknown> = () => Promise.resolve();

  private constructor(
    private readonly endpoint: HttpServer,
    private readonly imap: Server,
  ) {}

  static async open(): Promise<TokenTown> {
    const made: TokenTown[] = [];
    const endpoint = createHttpServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', async () => {
        await made[0]?.meanwhile();
        const answer = made[0]?.answerTo(Buffer.concat(pieces).toString()) ?? null;
        response.writeHead(answer ? 200 : 400, { 'content-type': 'application/json' });
        response.end(JSON.stringify(answer ?? { error: 'invalid_grant' }));
      });
    }).listen(0, '127.0.0.1');
    const imap = createServer((socket) => made[0]?.speakImap(socket)).listen(0, '127.0.0.1');
    await Promise.all([once(endpoint, 'listening'), once(imap, 'listening')]);
    const town = new TokenTown(endpoint, imap);
    made.push(town);
    return town;
  }

  get tokenUrl(): string {
    return `http://127.0.0.1:${String(portOf(this.endpoint))}/token`;
  }

  get imapPort(): number {
    return portOf(this.imap);
  }

  close(): void {
    this.endpoint.close();
    this.imap.close();
  }

  private answerTo(form: string): object | null {
    this.asked.push(Object.fromEntries(new URLSearchParams(form)));
    if (this.refuses) return null;
    const count = String(this.asked.length);
    this.valid = `access ${count}`;
    const usual = { refresh_token: `refresh ${count}`, expires_in: 3600, token_type: 'Bearer' };
    return { access_token: this.valid, ...usual, ...this.besides };
  }

  private speakImap(socket: Socket): void {
    socket.on('error', () => undefined).write('* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2] ready\r\n');
    socket.on('data', (said) => {
      for (const line of said.toString().split('\r\n').filter(Boolean)) {
        const [tag = '', command = '', , proof = ''] = line.split(' ');
        const isIn = Buffer.from(proof, 'base64').toString().includes(`auth=Bearer ${this.valid}\x01`);
        const refused = command === 'AUTHENTICATE' && !isIn;
        socket.write(`${told[command] ?? ''}${tag} ${refused ? 'NO [AUTHENTICATIONFAILED] expired' : 'OK done'}\r\n`);
      }
    });
  }
}

/** What the mail server says before it answers: its folder is empty. */
const told: Readonly<Record<string, string>> = {
  SELECT: '* 0 EXISTS\r\n* OK [UIDVALIDITY 1] ok\r\n* OK [UIDNEXT 1] ok\r\n',
  LIST: '* LIST () "/" INBOX\r\n',
  UID: '* SEARCH\r\n',
};

function portOf(server: Server | HttpServer): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** What two get who need a token: the second begins while the endpoint keeps the first waiting, and looks before it answers. */
export async function bothAtOnce(
  town: TokenTown,
  secrets: Secrets,
  get: (secrets: Secrets) => Promise<string>,
): Promise<readonly string[]> {
  const seconds: Promise<string>[] = [];
  town.meanwhile = async () => {
    if (seconds.length > 0) return;
    await new Promise<void>((looked) => {
      const open = (place: string, sealed: Uint8Array) => (looked(), secrets.open(place, sealed));
      seconds.push(get({ seal: secrets.seal.bind(secrets), open }));
    });
  };
  const first = await get(secrets);
  return [first, ...(await Promise.all(seconds))];
}
