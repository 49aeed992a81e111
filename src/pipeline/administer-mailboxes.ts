import type { AuditEventName } from '../domain/audit/events.js';
import { mailboxFailures, type MailboxFailureCode } from '../domain/mail/mailbox-failures.table.js';
import {
  isExposed,
  isSameFolder,
  isSameHost,
  type MailboxSecret,
  type MailboxSettings,
} from '../domain/mail/mailbox-settings.js';
import { asAdministrator, withId, type Administration, type WithId } from './as-administrator.js';
import { sealMailboxSecret } from './mailbox-settings.js';
import { changedSince, done, refused, type Outcome } from './outcome.js';
import type { Answering } from './ports/answer-records.js';
import type { Clock } from './ports/clock.js';
import type { Hosts } from './ports/hosts.js';
import type { Ids } from './ports/ids.js';
import type { KeyedHash } from './ports/keyed-hash.js';
import type { MailboxEntries, MailboxRecord } from './ports/mailbox-records.js';
import type { Secrets } from './ports/secrets.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import type { WakeQueue } from './ports/wake-queue.js';
import { leavesByInstallation } from './way-out.js';

/** What an administrator says of a mailbox. */
export type WantedMailbox = Omit<MailboxEntries, 'id' | 'secret'> & { readonly secret: MailboxSecret };

/** The same later; the secret is left out where it stays. */
export type ChangedMailbox = Omit<MailboxEntries, 'id' | 'secret'> & { readonly secret: MailboxSecret | null };

/** A mailbox as it is shown: never with its secret. */
export interface ShownMailbox extends Pick<
  MailboxRecord,
  'id' | 'name' | 'address' | 'settings' | 'isRelay' | 'answers' | 'version' | 'lookedAt' | 'failingSince' | 'sending'
> {
  /** `new`: not looked into yet; `watched`: somebody looks just now or waits for new mail; `failing`: see the error. */
  readonly state: 'new' | 'watched' | 'waiting' | 'failing';
  /** false: it is meant to answer and cannot, because neither it nor the installation has a way out for it. */
  readonly answersLeave: boolean;
  readonly error: { readonly code: MailboxFailureCode; readonly de: string; readonly en: string } | null;
}

/** The mailboxes of a tenant. Who changes one ends the look that is under way; a new one begins with the new settings. */
export class AdministerMailboxes {
  constructor(
    private readonly door: TenantDoor,
    private readonly queue: WakeQueue,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly keyedHash: KeyedHash,
    private readonly hosts: Hosts,
  ) {}

  /** The tenant's mailboxes by name, with how they do. */
  async list(tenantId: string): Promise<readonly ShownMailbox[]> {
    const now = this.clock.now();
    return this.door.inTenant(tenantId, async (tenant) => {
      const mailboxes = await tenant.mailboxes.list();
      return mailboxes.map((mailbox) => shown(mailbox, now, answersLeave(mailbox, tenant.answering)));
    });
  }

  async open(by: Administration, wanted: WantedMailbox): Promise<Outcome<WithId>> {
    const forbidden = await this.forbiddenHost(wanted.settings);
    if (forbidden) return forbidden;
    const outcome = await this.administer(by, ['openMailbox', this.withoutSecret(wanted)], async (tenant, at) => {
      const refusal = refusalOf(wanted.settings, wanted, await tenant.mailboxes.list(), null);
      if (refusal) return refusal;
      const id = this.ids.next();
      const secret = sealMailboxSecret(this.secrets, by.tenantId, id, wanted.secret);
      await tenant.mailboxes.add({ ...wanted, id, secret }, at);
      await noteEvent(tenant, by, 'tenant.mailboxOpened', id, at, wanted);
      return done({ id });
    });
    return this.wakeAfter(by.tenantId, outcome);
  }

  /** @param seen the version that the change rests on. */
  async change(by: Administration, id: string, seen: number, wanted: ChangedMailbox): Promise<Outcome<WithId>> {
    const forbidden = await this.forbiddenHost(wanted.settings);
    if (forbidden) return forbidden;
    const content = ['changeMailbox', id, seen, this.withoutSecret(wanted)];
    const outcome = await this.administer(by, content, async (tenant, at) => {
      const before = await tenant.mailboxes.findForChange(id);
      if (!before) return refused('notFound');
      const stale = changedSince(seen, before.version);
      if (stale) return stale;
      const refusal = refusalOf(wanted.settings, wanted, await tenant.mailboxes.list(), id);
      if (refusal) return refusal;
      if (wanted.secret === null && isOtherServer(before.settings, wanted.settings)) return refused('secretNeeded');
      const secret = wanted.secret && sealMailboxSecret(this.secrets, by.tenantId, id, wanted.secret);
      const anew = !isSameFolder(before.settings.imap, wanted.settings.imap);
      await tenant.mailboxes.change({ ...wanted, id, secret }, at, anew);
      await noteEvent(tenant, by, 'tenant.mailboxChanged', id, at, wanted);
      return done({ id });
    });
    return this.wakeAfter(by.tenantId, outcome);
  }

  /** Looks into it no more; what came through it stays. */
  close(by: Administration, id: string, seen: number): Promise<Outcome<WithId>> {
    return this.administer(by, ['closeMailbox', id, seen], async (tenant, at) => {
      const before = await tenant.mailboxes.findForChange(id);
      if (!before) return refused('notFound');
      const stale = changedSince(seen, before.version);
      if (stale) return stale;
      await tenant.mailboxes.close(id, at);
      await noteEvent(tenant, by, 'tenant.mailboxClosed', id, at, null);
      return done({ id });
    });
  }

  /** Looks into it now, whenever it was due. */
  async look(by: Administration, id: string): Promise<Outcome<WithId>> {
    const outcome = await this.administer(by, ['lookIntoMailbox', id], async (tenant, at) => {
      if (!(await tenant.mailboxes.find(id))) return refused('notFound');
      await tenant.mailboxes.askForLook(id, at);
      return done({ id });
    });
    return this.wakeAfter(by.tenantId, outcome);
  }

  /** Outside the transaction: the answer comes from the net. A name that nobody knows yet may be known tomorrow. */
  private async forbiddenHost({ imap, smtp }: MailboxSettings): Promise<ReturnType<typeof refused> | null> {
    const lines = [imap, ...(smtp ? [smtp] : [])].map(({ host, port }) => ({ host, port, use: 'mail' as const }));
    for (const { host, port, use } of [...lines, ...tokenLines(imap)]) {
      const place = await this.hosts.find(host, port, use);
      if (place.kind === 'place' || place.because === 'hostUnknown') continue;
      const code = place.because === 'hostForbidden' ? 'mailHostForbidden' : 'mailPortForbidden';
      return refused(code, { host, port: String(port) });
    }
    return null;
  }

  private administer(
    by: Administration,
    content: readonly unknown[],
    work: (tenant: TenantRecords, at: Date) => Promise<Outcome<WithId>>,
  ): Promise<Outcome<WithId>> {
    return asAdministrator(this.door, this.clock, by, content, withId, work);
  }

  /** What makes two calls the same is stored as a plain hash, from which a weak password could be guessed. */
  private withoutSecret({ secret, ...rest }: ChangedMailbox): unknown {
    return { ...rest, secret: secret && this.keyedHash.hex('mailboxSecret', JSON.stringify(secret)) };
  }

  private async wakeAfter(tenantId: string, outcome: Outcome<WithId>): Promise<Outcome<WithId>> {
    if (outcome.kind === 'done') await this.queue.wake({ kind: 'mailbox', tenantId, id: outcome.value.id });
    return outcome;
  }
}

function refusalOf(
  { imap, smtp }: MailboxSettings,
  { address }: Pick<MailboxEntries, 'address'>,
  others: readonly MailboxRecord[],
  ownId: string | null,
): ReturnType<typeof refused> | null {
  const tokens = tokenLines(imap).map((line) => ({ ...line, unencryptedAllowed: false }));
  const exposed = [imap, smtp, ...tokens].find((line) => line !== null && isExposed(line));
  if (exposed) return refused('lineUnencrypted', { host: exposed.host });
  if (smtp?.auth === 'oauth2' && (imap.auth !== 'oauth2' || smtp.user === null)) return refused('tokenNeeded');
  const { afterwards, folder } = imap;
  if (afterwards.kind === 'move' && afterwards.folder === folder) return refused('moveToSameFolder', { folder });
  const twin = others.find((other) => other.id !== ownId && isSameFolder(other.settings.imap, imap));
  return twin ? refused('alreadyThere', { name: twin.name === '' ? address : twin.name }) : null;
}

/** Nobody may send a stored password to a server of their own choice by changing host or port alone. */
const isOtherServer = (before: MailboxSettings, after: MailboxSettings): boolean =>
  !isSameHost(before.imap.host, after.imap.host) ||
  before.imap.port !== after.imap.port ||
  before.imap.oauth?.tokenUrl !== after.imap.oauth?.tokenUrl ||
  (before.imap.security !== 'none' && after.imap.security === 'none') ||
  (after.smtp !== null &&
    after.smtp.user !== null &&
    (!isSameHost(before.smtp?.host ?? '', after.smtp.host) || before.smtp?.port !== after.smtp.port)) ||
  (after.smtp?.security === 'none' && before.smtp?.security !== 'none');

/** Where access tokens are renewed, as a line that is looked at like one to a mail server. */
function tokenLines({ oauth }: MailboxSettings['imap']) {
  if (!oauth) return [];
  const { hostname: host, port, protocol } = new URL(oauth.tokenUrl);
  const security = protocol === 'https:' ? ('tls' as const) : ('none' as const);
  return [{ host, port: Number(port || (security === 'tls' ? 443 : 80)), use: 'https' as const, security }];
}

const answersLeave = ({ answers, settings, address }: MailboxRecord, answering: Answering | null): boolean =>
  !answers || settings.smtp !== null || (answering !== null && leavesByInstallation(answering, address));

function shown(mailbox: MailboxRecord, now: Date, leave: boolean): ShownMailbox {
  const { id, name, address, settings, isRelay, answers, version, sending } = mailbox;
  const { lookedAt, failingSince, lastError, leaseUntil } = mailbox;
  const held = leaseUntil !== null && leaseUntil > now;
  const code = failingSince === null ? null : lastError;
  const { de, en } = code === null ? { de: '', en: '' } : mailboxFailures[code];
  return {
    ...{ id, name, address, settings, isRelay, answers, version, lookedAt, failingSince, sending },
    answersLeave: leave,
    state: code !== null ? 'failing' : lookedAt === null ? 'new' : held ? 'watched' : 'waiting',
    error: code === null ? null : { code, de, en },
  };
}

async function noteEvent(
  tenant: TenantRecords,
  by: Administration,
  event: Extract<AuditEventName, `tenant.mailbox${string}`>,
  id: string,
  at: Date,
  said: ChangedMailbox | null,
): Promise<void> {
  await tenant.audit.append(
    {
      subject: { kind: 'tenant', id: by.tenantId },
      event,
      actor: { kind: 'person', id: by.personId },
      facts: {
        mailbox: id,
        ...(said && { isRelay: said.isRelay, answers: said.answers, secretSet: said.secret !== null }),
      },
      ...(said && { payload: { name: said.name, address: said.address, settings: JSON.stringify(said.settings) } }),
    },
    at,
  );
}
