import type { EntityManager } from 'typeorm';
import { isMailboxFailureCode, type MailboxFailureCode } from '../../../domain/mail/mailbox-failures.table.js';
import { mailboxSettings } from '../../../pipeline/mailbox-settings.js';
import type {
  FolderPlace,
  KnownMail,
  LeasedMailbox,
  LookResult,
  MailboxEntries,
  MailboxRecord,
  MailboxRecords,
  MailRecord,
} from '../../../pipeline/ports/mailbox-records.js';
import { storable, storableRow, storableText } from '../column-types.js';
import { MailboxEntity, MailEntity, MailPlaceEntity } from '../entities/mail.entities.js';
import { ChannelEntity } from '../entities/tenant.entities.js';

/** `attempts` counts the leases: who holds one names its number, and a change of the mailbox counts one further. */
export class PostgresMailboxRecords implements MailboxRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  async add(mailbox: MailboxEntries, at: Date): Promise<void> {
    const { id, name, address, settings, isRelay, answers, secret } = mailbox;
    const channel = { tenantId: this.tenantId, id, kind: 'mail' as const, name: storableText(name), createdAt: at };
    await this.manager.insert(ChannelEntity, channel);
    await this.manager.insert(MailboxEntity, {
      ...{ tenantId: this.tenantId, channelId: id, address: storableText(address), isRelay, answers },
      ...{ settings: settings as object, secret: Buffer.from(secret), workDueAt: at },
    });
  }

  async list(): Promise<readonly MailboxRecord[]> {
    const rows = await this.manager.query<MailboxRow[]>(`${selectMailbox} ORDER BY c.name, c.id`, [this.tenantId]);
    return rows.map(recordOf);
  }

  find(id: string): Promise<MailboxRecord | null> {
    return this.findLocked(id, '');
  }

  findForChange(id: string): Promise<MailboxRecord | null> {
    return this.findLocked(id, 'FOR UPDATE OF m');
  }

  async change(
    mailbox: Omit<MailboxEntries, 'secret'> & { secret: Uint8Array | null },
    at: Date,
    anew: boolean,
  ): Promise<void> {
    const { id, name, address, settings, isRelay, answers, secret } = mailbox;
    await this.manager.update(ChannelEntity, { tenantId: this.tenantId, id }, { name: storableText(name) });
    await this.manager.query(
      `UPDATE eingang.mailbox SET address = $3, settings = $4, is_relay = $5, answers = $6, secret = coalesce($7, secret), version = version + 1,
         attempts = attempts + 1, lease_until = NULL, work_due_at = $8, failing_since = NULL, last_error = NULL,
         sending_error = NULL, sending_failing_since = NULL,
         uid_validity = CASE WHEN $9 THEN NULL ELSE uid_validity END, last_uid = CASE WHEN $9 THEN NULL ELSE last_uid END
       WHERE tenant_id = $1 AND channel_id = $2`,
      [
        ...[this.tenantId, id, storableText(address), JSON.stringify(storable(settings)), isRelay, answers],
        ...[secret && Buffer.from(secret), at, anew],
      ],
    );
  }

  async close(id: string, at: Date): Promise<void> {
    await this.manager.update(ChannelEntity, { tenantId: this.tenantId, id }, { closedAt: at });
    await this.manager.query(
      `UPDATE eingang.mailbox SET attempts = attempts + 1, lease_until = NULL, work_due_at = NULL, secret = NULL
       WHERE tenant_id = $1 AND channel_id = $2`,
      [this.tenantId, id],
    );
  }

  async askForLook(id: string, at: Date): Promise<void> {
    await this.manager.update(MailboxEntity, { tenantId: this.tenantId, channelId: id }, { workDueAt: at });
  }

  async lease(id: string, now: Date, until: Date): Promise<LeasedMailbox | null> {
    const [rows] = await this.manager.query<[LeasedRow[], number]>(
      `UPDATE eingang.mailbox SET attempts = attempts + 1, lease_until = $4, work_due_at = $4
       WHERE (tenant_id, channel_id) = (SELECT tenant_id, channel_id FROM eingang.mailbox WHERE tenant_id = $1 AND channel_id = $2
         AND work_due_at <= $3 AND (lease_until IS NULL OR lease_until <= $3) FOR UPDATE SKIP LOCKED)
       RETURNING attempts, settings, secret, failing_since, uid_validity, last_uid`,
      [this.tenantId, id, now, until],
    );
    const [row] = rows;
    if (!row) return null;
    const { attempts: lease, secret, failing_since: failingSince, uid_validity: uidValidity, last_uid: uid } = row;
    const settledUpTo =
      uidValidity === null || uid === null ? null : { uidValidity: Number(uidValidity), uid: Number(uid) };
    return { id, settings: mailboxSettings.parse(row.settings), secret, failingSince, lease, settledUpTo };
  }

  async heldSecret(id: string, lease: number): Promise<Uint8Array | null> {
    return (await this.manager.findOneBy(MailboxEntity, this.leased(id, lease)))?.secret ?? null;
  }

  async secretOf(id: string): Promise<Uint8Array | null> {
    return (await this.manager.findOneBy(MailboxEntity, { tenantId: this.tenantId, channelId: id }))?.secret ?? null;
  }

  async beginRenewal(id: string, now: Date, until: Date): Promise<boolean> {
    const [rows] = await this.manager.query<[unknown[], number]>(
      `UPDATE eingang.mailbox SET renewal_until = $4
       WHERE tenant_id = $1 AND channel_id = $2 AND (renewal_until IS NULL OR renewal_until <= $3) RETURNING 1`,
      [this.tenantId, id, now, until],
    );
    return rows.length > 0;
  }

  async endRenewal(id: string, until: Date): Promise<void> {
    const own = { tenantId: this.tenantId, channelId: id, renewalUntil: until };
    await this.manager.update(MailboxEntity, own, { renewalUntil: null });
  }

  async keepSecret(id: string, before: Uint8Array, secret: Uint8Array): Promise<void> {
    await this.manager.query(
      `UPDATE eingang.mailbox SET secret = $4 WHERE tenant_id = $1 AND channel_id = $2 AND secret = $3`,
      [this.tenantId, id, Buffer.from(before), Buffer.from(secret)],
    );
  }

  async hold(id: string, lease: number, now: Date, until: Date): Promise<'held' | 'lookAskedFor' | 'lost'> {
    const [row] = await this.manager.query<{ work_due_at: Date; lease_until: Date }[]>(
      `SELECT work_due_at, lease_until FROM eingang.mailbox WHERE tenant_id = $1 AND channel_id = $2 AND attempts = $3
         AND lease_until IS NOT NULL FOR UPDATE`,
      [this.tenantId, id, lease],
    );
    if (!row) return 'lost';
    const asked = row.work_due_at <= now && row.work_due_at < row.lease_until;
    const half = (now.getTime() + until.getTime()) / 2;
    if (asked || row.lease_until.getTime() < half)
      await this.manager.update(MailboxEntity, this.leased(id, lease), { leaseUntil: until, workDueAt: until });
    return asked ? 'lookAskedFor' : 'held';
  }

  async lockForIntake(id: string, lease: number): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>(
      `SELECT 1 FROM eingang.mailbox WHERE tenant_id = $1 AND channel_id = $2 AND attempts = $3 FOR UPDATE`,
      [this.tenantId, id, lease],
    );
    return rows.length === 1;
  }

  async noteLook(id: string, lease: number, { at, settledUpTo, error }: LookResult): Promise<void> {
    await this.manager.query(
      `UPDATE eingang.mailbox SET looked_at = $4, last_error = $5, failing_since = CASE WHEN $5::text IS NULL THEN NULL ELSE coalesce(failing_since, $4) END,
         uid_validity = coalesce($6, uid_validity), last_uid = coalesce($7, last_uid)
       WHERE tenant_id = $1 AND channel_id = $2 AND attempts = $3`,
      [this.tenantId, id, lease, at, error, settledUpTo?.uidValidity ?? null, settledUpTo?.uid ?? null],
    );
  }

  async release(id: string, lease: number, now: Date, dueAt: Date, failure: MailboxFailureCode | null): Promise<void> {
    // What was made due meanwhile stays due.
    await this.manager.query(
      `UPDATE eingang.mailbox SET lease_until = NULL, work_due_at = CASE WHEN work_due_at <= $4 THEN work_due_at ELSE $5 END,
         last_error = coalesce($6, last_error), failing_since = CASE WHEN $6::text IS NULL THEN failing_since ELSE coalesce(failing_since, $4) END
       WHERE tenant_id = $1 AND channel_id = $2 AND attempts = $3`,
      [this.tenantId, id, lease, now, dueAt, failure],
    );
  }

  async noteSending(id: string, cause: string | null, at: Date): Promise<void> {
    await this.manager.query(
      `UPDATE eingang.mailbox SET sending_error = $3,
         sending_failing_since = CASE WHEN $3::text IS NULL THEN NULL ELSE coalesce(sending_failing_since, $4) END
       WHERE tenant_id = $1 AND channel_id = $2 AND ($3::text IS NOT NULL OR sending_error IS NOT NULL)`,
      [this.tenantId, id, cause === null ? null : storableText(cause), at],
    );
  }

  async knownAt(id: string, uidValidity: number, uids: readonly number[]): Promise<readonly KnownMail[]> {
    const rows = await this.manager.query<{ uid: string; size_bytes: string; message_id: string | null }[]>(
      `SELECT p.uid, o.size_bytes, m.message_id FROM eingang.mail_place p
       JOIN eingang.mail m ON m.tenant_id = p.tenant_id AND m.delivery_id = p.delivery_id
       JOIN eingang.original o ON o.tenant_id = m.tenant_id AND o.sha256 = m.raw_sha256
       WHERE p.tenant_id = $1 AND p.channel_id = $2 AND p.uid_validity = $3 AND p.uid = ANY($4::bigint[])`,
      [this.tenantId, id, uidValidity, [...uids]],
    );
    return rows.map((row) => ({
      uid: Number(row.uid),
      sizeBytes: Number(row.size_bytes),
      messageId: row.message_id,
    }));
  }

  async findMail(id: string, rawSha256: string): Promise<string | null> {
    const found = await this.manager.findOneBy(MailEntity, { tenantId: this.tenantId, channelId: id, rawSha256 });
    return found?.deliveryId ?? null;
  }

  async addMail({ mailboxId, envelope, ...mail }: MailRecord): Promise<void> {
    const row = { ...storableRow(mail), tenantId: this.tenantId, channelId: mailboxId, envelope: envelope as object };
    await this.manager.insert(MailEntity, row);
  }

  async addPlace(id: string, { uidValidity, uid }: FolderPlace, deliveryId: string, at: Date): Promise<void> {
    const place = { tenantId: this.tenantId, channelId: id, uidValidity, uid, deliveryId, foundAt: at };
    await this.manager.createQueryBuilder().insert().into(MailPlaceEntity).values(place).orIgnore().execute();
  }

  private async findLocked(id: string, lock: string): Promise<MailboxRecord | null> {
    const [row] = await this.manager.query<MailboxRow[]>(`${selectMailbox} AND c.id = $2 ${lock}`, [this.tenantId, id]);
    return row ? recordOf(row) : null;
  }

  private leased(id: string, lease: number) {
    return { tenantId: this.tenantId, channelId: id, attempts: lease };
  }
}

interface LeasedRow {
  readonly attempts: number;
  readonly settings: unknown;
  readonly secret: Buffer | null;
  readonly failing_since: Date | null;
  readonly uid_validity: string | null;
  readonly last_uid: string | null;
}

interface MailboxRow {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly settings: unknown;
  readonly isRelay: boolean;
  readonly answers: boolean;
  readonly workDueAt: Date | null;
  readonly leaseUntil: Date | null;
  readonly lookedAt: Date | null;
  readonly failingSince: Date | null;
  readonly lastError: string | null;
  readonly version: number;
  readonly sendingError: string | null;
  readonly sendingFailingSince: Date | null;
}

const selectMailbox = `SELECT c.id, c.name, m.address, m.settings, m.is_relay AS "isRelay", m.answers, m.work_due_at AS "workDueAt",
    m.lease_until AS "leaseUntil", m.looked_at AS "lookedAt", m.failing_since AS "failingSince", m.last_error AS "lastError", m.version,
    m.sending_error AS "sendingError", m.sending_failing_since AS "sendingFailingSince"
  FROM eingang.mailbox m JOIN eingang.channel c ON c.tenant_id = m.tenant_id AND c.id = m.channel_id
  WHERE m.tenant_id = $1 AND c.closed_at IS NULL`;

const recordOf = ({ settings, lastError, sendingError, sendingFailingSince, ...row }: MailboxRow): MailboxRecord => ({
  ...row,
  sending:
    sendingError === null || sendingFailingSince === null
      ? null
      : { failingSince: sendingFailingSince, cause: sendingError },
  settings: mailboxSettings.parse(settings),
  lastError: lastError === null ? null : isMailboxFailureCode(lastError) ? lastError : 'unexpectedAnswer',
});
