import pg from 'pg';
import { value } from '../../demo/set-up-town.js';
import { openTownHall, type TownHall } from './town-hall.js';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());

const claim = (apiKeyId: string, idempotencyKey: string, limit: number) =>
  hall.claimHandOver.claim({ tenantId: hall.tenantId, apiKeyId, idempotencyKey, limit });

const idsOf = async (apiKeyId: string, key: string, limit: number): Promise<readonly string[]> =>
  value(await claim(apiKeyId, key, limit)).records.map((record) => record.invoiceId);

async function otherFinanceSystem(): Promise<string> {
  const wanted = { name: 'Zweites', scopes: ['handOver'] as const, channelId: null, expiresAt: new Date('2027-12-31') };
  const by = { tenantId: hall.tenantId, personId: hall.personId('admin'), idempotencyKey: 'zweites' };
  return value(await hall.administerTenant.issueApiKey(by, wanted)).id;
}

it('hands two dozen invoices to two finance systems that claim at once: none twice, none lost', async () => {
  const approved: string[] = [];
  for (let round = 0; round < 24; round += 1) approved.push(await hall.invoiceThatIs('approved', `Zahlung ${round}`));
  const systems = [hall.town.financeKeyId, await otherFinanceSystem()];
  const claimed: string[] = [];
  for (let round = 0; round < 4; round += 1) {
    const batches = await Promise.all(systems.map((system) => idsOf(system, `Stapel ${round}`, 5)));
    claimed.push(...batches.flat());
    expect(await Promise.all(systems.map((system) => idsOf(system, `Stapel ${round}`, 5)))).toEqual(batches);
  }
  expect([...claimed].sort()).toEqual([...approved].sort());
  const states = await Promise.all(approved.map(async (id) => (await hall.invoiceOf(id)).state));
  expect(new Set(states)).toEqual(new Set(['claimed']));
  const handOvers = await hall.answerHandOver.list(hall.tenantId, null, 100);
  expect(handOvers.flatMap((one) => one.items.map((item) => item.invoiceId)).sort()).toEqual([...approved].sort());
});

it('freezes what is to be paid, and gives the oldest first', async () => {
  const ids: string[] = [];
  for (const name of ['alt', 'mittel', 'neu']) {
    ids.push(await hall.invoiceThatIs('approved', name));
    hall.clock.move(1000);
  }
  const { records } = value(await claim(hall.town.financeKeyId, 'die ältesten', 2));
  expect(records.map((record) => record.invoiceId)).toEqual(ids.slice(0, 2));
  expect(records[0]).toMatchObject({
    number: 'alt',
    departmentCode: 'HAUPTAMT',
    grossAmount: '119.00',
    payment: { amount: '119.00', iban: 'DE75512108001245126199', currency: 'EUR' },
    decisions: [
      { action: 'confirmFactual' },
      { action: 'confirmArithmetical' },
      { action: 'order', personId: hall.personId('amtsleitung') },
    ],
  });
});

describe('an answer of the finance system', () => {
  const answer = (more: object, key: string) =>
    hall.answerHandOver.answer({
      tenantId: hall.tenantId,
      apiKeyId: hall.town.financeKeyId,
      idempotencyKey: key,
      handOverId: '',
      invoiceId: '',
      answer: 'acknowledge',
      reference: null,
      reason: null,
      ...more,
    });

  it('is taken once for each invoice, also long after the lease has ended', async () => {
    const invoiceId = await hall.invoiceThatIs('approved', 'spät');
    const { handOverId } = value(await claim(hall.town.financeKeyId, 'spät', 500));
    hall.clock.move(7 * 24 * 60 * 60 * 1000);
    const outcomes = await Promise.all(
      ['a', 'b'].map((key) => answer({ handOverId, invoiceId, reference: 'B-7\u0000' }, `spät ${key}`)),
    );
    expect(outcomes.map((one) => (one.kind === 'done' ? one.value.state : one.refusal.code)).sort()).toEqual([
      'alreadyAnswered',
      'handed_over',
    ]);
  });

  it('sends an invoice back to its department with the reason', async () => {
    const invoiceId = await hall.invoiceThatIs('approved', 'abgelehnt');
    const { handOverId } = value(await claim(hall.town.financeKeyId, 'abgelehnt', 500));
    const refusal = { handOverId, invoiceId, answer: 'refuse', reason: 'Konto unbekannt' };
    expect(value(await answer(refusal, 'nein')).state).toBe('in_review');
    const { decisions } = value(await hall.readInvoices.get(hall.reader, invoiceId));
    const orders = decisions.filter((decision) => decision.action === 'order');
    expect(orders.map((order) => order.voidedAt)).toEqual([hall.clock.now()]);
  });

  it('may come by another key than the one that claimed, as when keys were renewed meanwhile', async () => {
    const invoiceId = await hall.invoiceThatIs('approved', 'neuer Schlüssel');
    const { handOverId } = value(await claim(hall.town.financeKeyId, 'neuer Schlüssel', 500));
    const { id: renewed } = value(
      await hall.administerTenant.issueApiKey(
        { tenantId: hall.tenantId, personId: hall.personId('admin'), idempotencyKey: 'neuer Schlüssel' },
        { name: 'neu', scopes: ['handOver'], channelId: null, expiresAt: new Date('2030-01-01') },
      ),
    );
    expect(value(await answer({ apiKeyId: renewed, handOverId, invoiceId }, 'neu')).state).toBe('handed_over');
  });

  it('to an older hand-over says nothing about a newer one', async () => {
    const invoiceId = await hall.invoiceThatIs('approved', 'zweimal abgeholt');
    const first = value(await claim(hall.town.financeKeyId, 'zum ersten', 500));
    await superuserQuery(
      `INSERT INTO eingang.hand_over SELECT tenant_id, gen_random_uuid(), api_key_id, claimed_at + interval '1 hour', lease_until
       FROM eingang.hand_over WHERE id = $1`,
      [first.handOverId],
    );
    await superuserQuery(
      `INSERT INTO eingang.hand_over_item (tenant_id, hand_over_id, invoice_id, record)
       SELECT h.tenant_id, h.id, $1, '{}' FROM eingang.hand_over h ORDER BY h.claimed_at DESC LIMIT 1`,
      [invoiceId],
    );
    const late = await answer({ handOverId: first.handOverId, invoiceId, answer: 'refuse', reason: 'spät' }, 'alt');
    expect(late.kind === 'refused' && late.refusal.code).toBe('alreadyAnswered');
    expect((await hall.invoiceOf(invoiceId)).state).toBe('claimed');
  });

  it('that reports more than was ordered is not taken', async () => {
    const invoiceId = await hall.invoiceThatIs('approved', 'zu viel bezahlt');
    const { handOverId } = value(await claim(hall.town.financeKeyId, 'zu viel bezahlt', 500));
    value(await answer({ handOverId, invoiceId }, 'zu viel gebucht'));
    const said = { handOverId, invoiceId, settlement: 'payment', paidOn: '2026-12-01', reason: null } as const;
    const caller = { tenantId: hall.tenantId, apiKeyId: hall.town.financeKeyId, reference: null };
    const settle = (amount: string) =>
      hall.settleHandOver.settle({ ...caller, ...said, amount, idempotencyKey: `bezahlt ${amount}` });
    expect(await settle('119.01')).toMatchObject({
      refusal: { code: 'paidTooMuch', values: { paid: '119.01', ordered: '119.00' } },
    });
    expect(value(await settle('119.00')).state).toBe('paid');
  });

  it('needs a reason to refuse, a hand-over and an item in it', async () => {
    const invoiceId = await hall.invoiceThatIs('approved', 'ohne Grund');
    const { handOverId } = value(await claim(hall.town.financeKeyId, 'ohne Grund', 500));
    const codeOf = async (more: object, key: string) => {
      const outcome = await answer({ handOverId, invoiceId, ...more }, key);
      return outcome.kind === 'refused' ? outcome.refusal.code : outcome.value.state;
    };
    expect(await codeOf({ answer: 'refuse' }, '1')).toBe('reasonMissing');
    expect(await codeOf({ handOverId: hall.personId('admin') }, '3')).toBe('notFound');
    expect(await codeOf({ invoiceId: hall.personId('admin') }, '4')).toBe('notFound');
    expect((await hall.invoiceOf(invoiceId)).state).toBe('claimed');
  });
});

async function superuserQuery(statement: string, parameters: readonly unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: hall.fresh.superuserUrl });
  await client.connect();
  await client.query(statement, [...parameters]).finally(() => client.end());
}
