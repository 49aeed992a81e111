import { TOTP } from 'otpauth';
import { z } from 'zod';

/** What came back: the body as JSON where it is some. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Row;
}

type Row = Readonly<Record<string, unknown>>;

const rows = z.array(z.record(z.string(), z.unknown()));

/** A list within an answer. @throws where there is none, so that no test looks at nothing. */
export const listIn = (body: Row, key: string): readonly Row[] => rows.parse(body[key]);

/** One text of each row of a list within an answer. */
export const each = (body: Row, key: string, column: string): readonly string[] =>
  listIn(body, key).map((row) => z.string().parse(row[column]));

interface Call {
  readonly json?: unknown;
  readonly form?: FormData;
  readonly raw?: { readonly body: string; readonly type: string };
  readonly headers?: Readonly<Record<string, string>>;
}

/** What an authenticator app shows for a key now, or so many steps later. */
export const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 });

let keys = 0;
/** A key that no call has used. */
export const newKey = (): string => `key-${String((keys += 1))}`;

interface Enrolled {
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
  readonly client: Client;
}

/** Calls the service as somebody: with a key, with a session, or as nobody. */
export class Client {
  constructor(
    readonly url: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  with(headers: Readonly<Record<string, string>>): Client {
    return new Client(this.url, { ...this.headers, ...headers });
  }

  withKey(key: string): Client {
    return new Client(this.url, { authorization: `Bearer ${key}` });
  }

  /** Signs in with a one-time password, makes it a lasting one, and sets up a second factor where one is needed. */
  async signedIn(tenant: string, login: string, password: string): Promise<Client> {
    const first = await this.session(tenant, login, password);
    const lasting = `${login} hat jetzt ein eigenes`;
    await first.post('/session/password', { current: password, wanted: lasting });
    const { body } = await first.get('/session');
    return body['secondFactor'] === 'toEnrol' ? (await first.enrolled()).client : first;
  }

  /** Sets up a second factor and answers its key, the recovery codes and the client of the session that goes on. */
  async enrolled(): Promise<Enrolled> {
    const { body } = await this.post('/profile/second-factor/enrolment', {});
    const secret = z.string().parse(body['secret']);
    const confirmed = await this.post('/profile/second-factor/confirmation', { code: codeOf(secret) });
    const recoveryCodes = z.array(z.string()).length(10).parse(confirmed.body['recoveryCodes']);
    return { secret, recoveryCodes, client: this.renewed(confirmed) };
  }

  /** The client of a new session, whatever the password's kind. */
  async session(tenant: string, login: string, password: string): Promise<Client> {
    const answer = await this.post('/session', { tenant, login, password });
    if (answer.status !== 200) throw new Error(`${login} could not sign in: ${String(answer.status)}`);
    return this.renewed(answer);
  }

  /** The client of the session whose cookie and token an answer has brought. */
  renewed({ headers, body }: Answer): Client {
    const cookie = headers.getSetCookie().map((one) => one.split(';', 1)[0] ?? '');
    return this.with({ cookie: cookie.join('; '), 'x-csrf-token': String(body['csrfToken']) });
  }

  get(path: string, headers?: Call['headers']): Promise<Answer> {
    return this.send('GET', path, headers === undefined ? {} : { headers });
  }

  post(path: string, json: unknown, headers?: Call['headers']): Promise<Answer> {
    return this.send('POST', path, headers === undefined ? { json } : { json, headers });
  }

  delete(path: string): Promise<Answer> {
    return this.send('DELETE', path, {});
  }

  deliver(files: Readonly<Record<string, Uint8Array | string>>, key = newKey(), fields = {}): Promise<Answer> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
    for (const [name, bytes] of Object.entries(files)) form.append('file', blobOf(bytes), name);
    return this.send('POST', '/deliveries', { form, headers: { 'idempotency-key': key } });
  }

  async send(method: string, path: string, { json, form, raw, headers }: Call): Promise<Answer> {
    const type = raw?.type ?? (json === undefined ? undefined : 'application/json');
    const body = form ?? raw?.body ?? (json === undefined ? undefined : JSON.stringify(json));
    const response = await fetch(
      path.startsWith('/api/') || path.startsWith('http') ? path : `${this.url}/api/v1${path}`,
      {
        method,
        headers: { ...this.headers, ...headers, ...(type === undefined ? {} : { 'content-type': type }) },
        ...(body === undefined ? {} : { body }),
      },
    );
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? z.record(z.string(), z.unknown()).parse(JSON.parse(text)) : { text },
    };
  }
}

const blobOf = (bytes: Uint8Array | string): Blob =>
  new Blob([typeof bytes === 'string' ? bytes : Buffer.from(bytes)], { type: 'application/xml' });
