import { fileURLToPath } from 'node:url';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { tenant } from '../../demo/town.js';
import { value, type SetUpTown } from '../../demo/set-up-town.js';
import { signIn } from '../../bench/chromium.js';
import { AdministerMailboxes } from '../../src/pipeline/administer-mailboxes.js';
import { Client } from '../api/client.js';
import { startService, townOf, type RunningService } from '../api/running-service.js';
import { builtProgram } from '../adapters/built-program.js';
import { chromiumIsInstalled, openBrowser } from '../support/browser.js';
import { dovecotIsInstalled, TestDovecot } from '../support/dovecot.js';
import { PostOffice, type Posted } from '../support/post-office.js';

/** What a journey in the browser needs; where it is missing the tests are skipped loudly, and with CI=true they fail. */
export const inBrowser = chromiumIsInstalled() ? describe : describe.skip;
export const inBrowserWithMail = chromiumIsInstalled() && dovecotIsInstalled() ? describe : describe.skip;

/** How long a journey may take where other tests use the same processors. */
export const patienceMs = 240_000;

/** How long anything expected on a page may take there. */
const pagePatienceMs = 75_000;

export const inbox = { address: 'rechnung@auenfurt.example', user: 'rechnung' } as const;

/** The whole service with its pages, the demonstration's town in it, and a browser before it. */
export interface WebTown {
  readonly service: RunningService;
  readonly town: SetUpTown;
  readonly browser: Browser;
  readonly office: PostOffice;
  /** Opens a window of its own, in German and with nobody signed in. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** A window of somebody's own, signed in through the page, at the desk or where they wanted to go. */
  openAs(login: string, path?: string, options?: BrowserContextOptions): Promise<Page>;
  /** The API as this person. */
  callAs(login: string): Promise<Client>;
  /** The password that somebody has chosen on first signing in. */
  passwordOf(login: string): string;
  /** Puts a mail into the post, as any mail program does. */
  post(mail: SendMailOptions): Promise<void>;
  /** Waits for a mail to this address. */
  mailTo(address: string, fits?: (mail: Posted) => boolean): Promise<Posted>;
  /** Errors that pages have thrown, and what their policy has refused. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** @param withMail whether a mailbox is connected, and mails to it delivered into dovecot. */
export async function openWebTown({ withMail = false } = {}): Promise<WebTown> {
  const closers: (() => Promise<unknown>)[] = [];
  const office = await PostOffice.open();
  closers.push(() => office.close());
  const service = await startService(
    {
      EINGANG_ROLE: 'all',
      SMTP_URL: `smtp://127.0.0.1:${String(office.port)}?encryption=none`,
      EINGANG_MAIL_FROM: inbox.address,
      EINGANG_LOG_LEVEL: process.env['EINGANG_TEST_LOG_LEVEL'] ?? 'silent',
    },
    { webFolder: fileURLToPath(new URL('.', `file://${builtProgram('web/index.html')}`)) },
  );
  closers.push(() => service.close());
  const town = await townOf(service);
  const browser = await openBrowser();
  closers.push(() => browser.close());
  if (withMail) {
    const dovecot = await TestDovecot.start();
    closers.push(() => dovecot.remove());
    await connectMailbox(service, town, dovecot);
    deliverInto(dovecot, office);
  }
  const close = async () => {
    for (const closer of closers.reverse()) await closer();
  };
  return { ...new People(service, town, browser).doors(), service, town, browser, office, close, ...postOf(office) };
}

/** Who uses the pages, each with a lasting password. */
class People {
  private readonly complaints: string[] = [];
  private readonly clients = new Map<string, Promise<Client>>();

  constructor(
    private readonly service: RunningService,
    private readonly town: SetUpTown,
    private readonly browser: Browser,
  ) {}

  doors(): Pick<WebTown, 'open' | 'openAs' | 'callAs' | 'passwordOf' | 'complaints'> {
    const passwordOf = (login: string) => `${login} hat jetzt ein eigenes`;
    const open: WebTown['open'] = async (path, options = {}) => {
      const context = await this.browser.newContext({ locale: 'de-DE', baseURL: this.service.url, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(pagePatienceMs);
      this.listen(page);
      await page.goto(path);
      return page;
    };
    const callAs = (login: string): Promise<Client> => {
      const oneTime = this.town.passwords.get(login) ?? '';
      const nobody = new Client(this.service.url);
      // Who has chosen a password of their own before, signs in with that.
      const known =
        this.clients.get(login) ??
        nobody.session(tenant.slug, login, passwordOf(login)).catch(() => nobody.signedIn(tenant.slug, login, oneTime));
      this.clients.set(login, known);
      return known;
    };
    const openAs: WebTown['openAs'] = async (login, path = desk(), options = {}) => {
      await callAs(login);
      const page = await open(path, options);
      await signIn(page, login, passwordOf(login));
      await page.getByRole('button', { name: /Abmelden|Sign out/ }).waitFor();
      return page;
    };
    return { open, openAs, callAs, passwordOf, complaints: this.complaints };
  }

  private listen(page: Page): void {
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (/Content.Security.Policy/i.test(message.text())) this.complaints.push(message.text());
    });
  }
}

/** Address of a page of the desk. */
export const desk = (path = ''): string => `/t/${tenant.slug}/desk${path}`;

export const counterPath = (path = ''): string => `/t/${tenant.slug}${path}`;

/** Waits until a condition holds that nothing tells of. */
export async function until<T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> {
  const giveUpAt = Date.now() + pagePatienceMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > giveUpAt) throw new Error(`${what}: waited for in vain`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function connectMailbox({ ports }: RunningService, town: SetUpTown, { port }: TestDovecot): Promise<void> {
  const { door, secrets, clock, ids, keyedHash, hosts } = ports;
  const nothing = () => Promise.resolve();
  // Nobody is woken: the sweep finds what is due.
  const queue = { wake: nothing, listen: nothing, check: nothing, close: nothing };
  const personId = town.personIds.get('admin') ?? '';
  value(
    await new AdministerMailboxes(door, queue, secrets, clock, ids, keyedHash, hosts).open(
      { tenantId: town.tenantId, personId, idempotencyKey: 'mailbox' },
      {
        ...{ name: 'Rechnungen', address: inbox.address, isRelay: false, answers: true },
        secret: { imap: 'geheim', smtp: null },
        settings: {
          imap: {
            ...{ host: '127.0.0.1', port, security: 'none', user: inbox.user, auth: 'password', folder: 'INBOX' },
            ...{ afterwards: { kind: 'markSeen' }, since: null, unencryptedAllowed: false },
          },
          smtp: null,
        },
      },
    ),
  );
}

/** What is posted to the town lies in its mailbox before the server says that it has taken it. */
function deliverInto(dovecot: TestDovecot, office: PostOffice): void {
  office.say = ({ to, raw }) => {
    if (to.includes(inbox.address)) dovecot.deliver(inbox.user, raw);
    return null;
  };
}

function postOf(office: PostOffice): Pick<WebTown, 'post' | 'mailTo'> {
  const transport = createTransport({ host: '127.0.0.1', port: office.port, ignoreTLS: true });
  const read = new Set<Posted>();
  return {
    post: async (mail) => {
      await transport.sendMail({ to: inbox.address, ...mail });
    },
    mailTo: async (address, fits = () => true) => {
      const mail = await until(`a mail to ${address}`, () =>
        Promise.resolve(office.posted.find((one) => !read.has(one) && one.to.includes(address) && fits(one))),
      );
      read.add(mail);
      return mail;
    },
  };
}
