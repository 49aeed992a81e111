import type pg from 'pg';
import { value } from '../../demo/set-up-town.js';
import { SignIn } from '../../src/pipeline/sign-in.js';
import { tenantSettings } from '../../src/pipeline/tenant-settings.table.js';
import type { TownHall } from '../pipeline/town-hall.js';
import { PlainKeyedHash, QuickPasswords } from '../support/memory-ports.js';

/** Statements behind `INSERT INTO`; the tenant's id is the first value of each. */
type InsertAll = (rows: readonly (readonly [insert: string, ...values: unknown[]])[]) => Promise<void>;

/** At least one row of this tenant in every table. */
export async function fillEveryTable(hall: TownHall, superuser: pg.Client): Promise<void> {
  const { town } = hall;
  const insertAll: InsertAll = async (rows) => {
    for (const [insert, ...values] of rows) await superuser.query(`INSERT INTO ${insert}`, [town.tenantId, ...values]);
  };
  const keyedHash = new PlainKeyedHash();
  const signIn = new SignIn(hall.lookup, hall.door, new QuickPasswords(), keyedHash, hall.clock, hall.ids);
  value(await signIn.signIn('auenfurt', 'hanna', town.passwords.get('hanna') ?? ''));
  const by = { tenantId: town.tenantId, personId: hall.personId('admin'), idempotencyKey: 'payee' };
  const payee = { login: 'payee', displayName: 'Petra Payee', ibans: ['DE02120300000000202051'] };
  value(await hall.administerPeople.addPerson(by, payee));
  await hall.invoiceThatIs('approved', 'eine Rechnung');
  const claim = { tenantId: town.tenantId, apiKeyId: town.financeKeyId, idempotencyKey: 'claim', limit: 10 };
  value(await hall.claimHandOver.claim(claim));
  await hall.set('approval', { ...tenantSettings.approval.unset, steps: [{ upTo: null, orders: 2 }] });
  await hall.sealAuditLog.seal();
  await superuser.query(
    `INSERT INTO outbox (tenant_id, id, effect, payload, created_at, work_due_at) VALUES ($1, gen_random_uuid(), 'mail', '{}', now(), now())`,
    [town.tenantId],
  );
  await fillTablesOfMail(hall, superuser, insertAll);
  await insertAll([
    [
      `absence (tenant_id, id, person_id, first_day, last_day, entered_by, entered_at)
       VALUES ($1, gen_random_uuid(), $2, now(), now(), $2, now())`,
      hall.personId('hanna'),
    ],
    [`second_factor (tenant_id, person_id) VALUES ($1, $2)`, hall.personId('hanna')],
    [`recovery_code (tenant_id, person_id, code_hash) VALUES ($1, $2, repeat('e', 64))`, hall.personId('hanna')],
    [
      `deputyship (tenant_id, id, principal_id, deputy_id, valid_from, holds, proposed_by, proposed_at)
       VALUES ($1, gen_random_uuid(), $2, $3, now(), 'always', $2, now())`,
      hall.personId('hanna'),
      hall.personId('admin'),
    ],
  ]);
}

/** A mailbox, a mail that came through it, and what hangs on its delivery; as rows, whoever writes them. */
async function fillTablesOfMail(hall: TownHall, superuser: pg.Client, insertAll: InsertAll): Promise<void> {
  const found = await superuser.query<{ delivery: string; channel: string; invoice: string; sha256: string }>(
    `SELECT d.id AS delivery, d.channel_id AS channel, i.id AS invoice, i.original_sha256 AS sha256
       FROM delivery d CROSS JOIN invoice i WHERE d.tenant_id = $1 AND i.tenant_id = $1 LIMIT 1`,
    [hall.town.tenantId],
  );
  const { delivery, channel, invoice, sha256 } = found.rows[0] ?? {};
  await insertAll([
    [`mailbox (tenant_id, channel_id, address, settings) VALUES ($1, $2, 'rechnung@auenfurt.example', '{}')`, channel],
    [`counter_use (tenant_id, day, address, deliveries, bytes) VALUES ($1, now(), 'all', 1, 1)`],
    [
      `counter_hold (tenant_id, id, day, address, bytes, held_until) VALUES ($1, gen_random_uuid(), now(), repeat('f', 64), 1, now())`,
    ],
    [
      `mail (tenant_id, delivery_id, channel_id, raw_sha256, thread_key, envelope) VALUES ($1, $2, $3, $4, repeat('f', 64), '{}')`,
      delivery,
      channel,
      sha256,
    ],
    [
      `mail_place (tenant_id, channel_id, uid_validity, uid, delivery_id, found_at) VALUES ($1, $2, 1, 1, $3, now())`,
      channel,
      delivery,
    ],
    [
      `answer (tenant_id, id, kind, delivery_id, thread_key, address_hash, message_id, planned_on, planned_at)
       VALUES ($1, gen_random_uuid(), 'receipt', $2, 'thread', repeat('0', 64), '<1@auenfurt.example>', now(), now())`,
      delivery,
    ],
    [
      `subscription (tenant_id, id, delivery_id, address, language, asked_at)
       VALUES ($1, gen_random_uuid(), $2, 'post@handwerk.example', 'de', now())`,
      delivery,
    ],
    [
      `issued_document (tenant_id, id, kind, version, issued_by, issued_at, content, html, markdown, html_sha256, markdown_sha256)
       VALUES ($1, gen_random_uuid(), 'procedure', 1, $2, now(), '{}', 'h', 'm', repeat('a', 64), repeat('b', 64))`,
      hall.personId('hanna'),
    ],
  ]);
  await fillTablesOfDesk(hall, insertAll, invoice);
}

/** What people and the program have noted about an invoice. */
async function fillTablesOfDesk(hall: TownHall, insertAll: InsertAll, invoice: string | undefined): Promise<void> {
  await insertAll([
    [
      `capture (tenant_id, invoice_id, version, terms, captured_by, captured_at) VALUES ($1, $2, 1, '{}', $3, now())`,
      invoice,
      hall.personId('hanna'),
    ],
    [
      `chart_entry (tenant_id, fiscal_year, kind, number, name, changed_at) VALUES ($1, 2026, 'account', '5241000', 'Unterhaltung', now())`,
    ],
    [
      `coding (tenant_id, invoice_id, version, fiscal_year, total_cents, currency, splits, set_by, set_at)
       VALUES ($1, $2, 1, 2026, 100, 'EUR', '[{}]', $3, now())`,
      invoice,
      hall.personId('hanna'),
    ],
    [
      `budget_answer (tenant_id, invoice_id, coding_version, number, answer, asked_by, asked_at)
       VALUES ($1, $2, 1, 1, 'unknown', $3, now())`,
      invoice,
      hall.personId('hanna'),
    ],
    [
      `invoice_distinction (tenant_id, invoice_id, other_id, decided_by, decided_at) VALUES ($1, $2, $2, $3, now())`,
      invoice,
      hall.personId('hanna'),
    ],
    [
      `part_report (tenant_id, part_id, examined_at, verdict, report)
       SELECT $1, id, now(), 'rejected', '{}' FROM delivery_part WHERE tenant_id = $1 LIMIT 1`,
    ],
    [
      `supplier_query (tenant_id, id, invoice_id, reference, question, asked_by, asked_at)
       VALUES ($1, gen_random_uuid(), $2, repeat('A', 12), 'Warum?', $3, now())`,
      invoice,
      hall.personId('hanna'),
    ],
    [`invoice_correction (tenant_id, invoice_id, number_key) VALUES ($1, $2, 're1')`, invoice],
    [
      `legal_hold (tenant_id, id, invoice_id, reason, set_by, set_at) VALUES ($1, gen_random_uuid(), $2, 'Prüfung', $3, now())`,
      invoice,
      hall.personId('hanna'),
    ],
    [
      `disposal (tenant_id, id, reason, scope, proposed_by, proposed_at) VALUES ($1, gen_random_uuid(), 'alt', '[]', $2, now())`,
      hall.personId('hanna'),
    ],
    [
      `disposal_item (tenant_id, disposal_id, subject_kind, subject_id, class, year, originals, disposed_at)
       SELECT $1, id, 'invoice', gen_random_uuid(), 'voucher', 2026, '{}', now() FROM disposal WHERE tenant_id = $1`,
    ],
    [`reminder_round (tenant_id) VALUES ($1)`],
    [
      `reminder_choice (tenant_id, person_id, language, mode, version, changed_at) VALUES ($1, $2, 'de', 'digest', 1, now())`,
      hall.personId('hanna'),
    ],
    [
      `reminder_mail (tenant_id, id, person_id, form, day, message_id, planned_at)
       VALUES ($1, gen_random_uuid(), $2, 'digest', now(), '<2@auenfurt.example>', now())`,
      hall.personId('hanna'),
    ],
    [
      `reminder (tenant_id, id, invoice_id, kind, day, planned_at) VALUES ($1, gen_random_uuid(), $2, 'skonto', now(), now())`,
      invoice,
    ],
  ]);
}
