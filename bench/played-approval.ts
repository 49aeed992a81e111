import { z } from 'zod';
import { chartCsv, usualCoding } from '../demo/chart.js';
import { calculate } from '../demo/invoices/calculation.js';
import { maintenance } from '../demo/invoices/descriptions.js';
import { writeUbl } from '../demo/invoices/ubl-writer.js';
import { ServiceClient } from '../demo/service-client.js';
import type { SetUpTown } from '../demo/set-up-town.js';
import { townDay } from '../src/pipeline/town-day.js';
import type { LetterBox } from './letter-box.js';
import type { MoreAddresses } from './more-pages.js';
import { untilJudged } from './played-town.js';

/** Bills for maintenance, one for each thing that is shown. */
const bills = ['exception', 'begun', 'bulkA', 'bulkB', 'takeA', 'takeB', 'recall', 'reduced', 'typed', 'paid'] as const;
export type Bill = (typeof bills)[number];

export interface ApprovalAddresses extends MoreAddresses {
  readonly billId: (bill: Bill) => string;
  readonly billToken: (bill: Bill) => string;
  /** What the supplier opens from the mail: a question that waits, and one that has been answered. */
  readonly questionPath: string;
  readonly answeredPath: string;
  /** What whoever wants mails confirms by. */
  readonly confirmationPath: string;
}

interface Stage {
  readonly service: ServiceClient;
  readonly town: SetUpTown;
  readonly addresses: MoreAddresses;
  readonly letters: LetterBox;
}

/** What approval shows: coding, changed payments, questions, value steps, an exception, what comes after the order. */
export async function playApproval(
  url: string,
  town: SetUpTown,
  addresses: MoreAddresses,
  letters: LetterBox,
): Promise<ApprovalAddresses> {
  const stage: Stage = { service: new ServiceClient(url), town, addresses, letters };
  await settle(stage);
  const [ids, tokens] = await deliverBills(stage);
  const billId = (bill: Bill) => ids.get(bill) ?? '';
  await playRoadworks(stage);
  const questions = await playQuestions(stage);
  for (const bill of ['exception', 'begun', 'bulkA', 'bulkB', 'recall', 'reduced', 'paid'] as const)
    await confirmBill(stage, billId(bill), bill === 'reduced');
  await settleBills(stage, billId);
  await playException(stage, billId('exception'));
  await prepareTyped(stage, billId('typed'));
  const token = tokens.get('bulkA') ?? '';
  await stage.service.call('POST', `/tracking/${token}/notifications`, {
    address: 'a@lieferant.example',
    language: 'de',
  });
  const confirmationPath = await letters.linkIn('notifications', /https?:\S+\/notifications\/\S+\/confirmation/);
  return { ...addresses, billId, billToken: (bill) => tokens.get(bill) ?? '', ...questions, confirmationPath };
}

/** A chart of accounts, two value steps, the exception permitted, and somebody who may both confirm and order. */
async function settle({ town, addresses: { asPerson } }: Stage): Promise<void> {
  const admin = await asPerson('admin');
  const chart = { fiscalYear: Number(townDay(new Date()).slice(0, 4)), file: Buffer.from(chartCsv).toString('base64') };
  await admin.call('POST', '/administration/chart/imports', chart, { 'idempotency-key': 'chart' });
  const approval = {
    steps: [
      { upTo: '25000.00', orders: 1 },
      { upTo: null, orders: 2 },
    ],
    ...{ declineByTwoAbove: '10000.00', twoConfirmers: false, orderException: true },
  };
  const headers = { 'idempotency-key': 'approval', 'if-match': '"0"' };
  const settings = '/administration/settings';
  const { id } = z
    .object({ id: z.string() })
    .parse(await admin.call('POST', `${settings}/approval/proposals`, approval, headers));
  const second = await asPerson('admin2');
  await second.call('POST', `${settings}/proposals/${id}/confirmation`, undefined, { 'idempotency-key': 'approval' });
  const coding = { requiredForOrder: true, closedYears: [2025], budgetCheck: null };
  const waits = { 'idempotency-key': 'coding', 'if-match': '"0"' };
  await admin.call('POST', `${settings}/coding/proposals`, coding, waits);
  const grant = {
    ...{ personId: town.personIds.get('hanna'), role: 'orderer', departmentId: town.departmentIds.get('HAUPTAMT') },
    ...{ limitEuro: '5000.00', validFrom: '2026-01-01', validTo: null },
  };
  const proposed = await admin.call('POST', '/administration/grants', grant, { 'idempotency-key': 'grant-hanna' });
  const confirmation = `/administration/grants/${idOf(proposed)}/confirmation`;
  await second.call('POST', confirmation, undefined, { 'idempotency-key': 'grant-hanna' });
}

async function deliverBills({ service, town }: Stage) {
  const [ids, tokens] = [new Map<Bill, string>(), new Map<Bill, string>()];
  for (const [index, bill] of bills.entries()) {
    const number = `RS-2026-04${String(index + 10)}`;
    const bytes = Buffer.from(writeUbl(calculate({ ...maintenance, number })));
    const file = { fileName: `${number}.xml`, mediaType: 'application/xml', bytes };
    const { parts, trackingToken } = await service.withKey(town.keys.deliver).deliver(file, `bill-${bill}`);
    ids.set(bill, parts[0]?.invoiceId ?? '');
    tokens.set(bill, trackingToken);
  }
  for (const id of ids.values()) await untilJudged(service.withKey(town.keys.finance), id);
  return [ids, tokens] as const;
}

/** One invoice with everything in its history: coded, shortened, confirmed, ordered and revoked; another's account changed. */
async function playRoadworks({ addresses: { asPerson, invoiceId } }: Stage): Promise<void> {
  const [tilda, tarik] = [await asPerson('tilda'), await asPerson('tarik')];
  const road = invoiceId('02-strassenbau-skonto-ubl.xml');
  await tilda.decide(road, { action: 'claim' }, 'road-claim');
  await tilda.code(road, usualCoding.TIEFBAU, 'road-code');
  await tilda.decide(road, { action: 'confirmFactual' }, 'road-factual-1');
  const shortened = { reducedBecause: 'Zehn Meter Bordstein fehlen.', reason: 'Aufmaß vom 12. März' };
  await amend(tilda, road, (payment) => ({ ...payment, ...shortened, amount: less(payment.amount) }), 'road-pay');
  await tilda.code(road, usualCoding.TIEFBAU, 'road-code-again');
  await tilda.decide(road, { action: 'confirmFactual' }, 'road-factual-2');
  await tarik.decide(road, { action: 'confirmArithmetical' }, 'road-arithmetical');
  const mayor = await asPerson('buergermeister');
  await mayor.decide(road, { action: 'order' }, 'road-order');
  await mayor.decide(road, { action: 'revoke', reason: 'Die Abnahme ist noch nicht unterschrieben.' }, 'road-revoke');
  const survey = invoiceId('09-gutachten-mit-anlage-ubl.xml');
  await tilda.decide(survey, { action: 'claim' }, 'survey-claim');
  await tilda.code(survey, usualCoding.TIEFBAU, 'survey-code');
  const elsewhere = { iban: 'DE69999000050099887777', bic: null, reason: 'Schreiben des Gutachters vom 2. März' };
  await amend(tilda, survey, (payment) => ({ ...payment, ...elsewhere }), 'survey-pay');
}

/** A question that waits, and one that was answered by telephone. */
async function playQuestions({ addresses: { asPerson, invoiceId }, letters }: Stage) {
  const greta = await asPerson('greta');
  const link = /https?:\S+\/queries\/\S+/;
  const question = 'Welche Fenster sind gemeint, die im Erdgeschoss oder die im Treppenhaus?';
  const windows = invoiceId('10-fenster-bestellbezug-cii.xml');
  await greta.decide(windows, { action: 'claim' }, 'windows-claim');
  await greta.decide(windows, { action: 'ask', reason: question }, 'windows-ask');
  const power = invoiceId('06-strom-xrechnung.pdf');
  await greta.decide(power, { action: 'claim' }, 'power-claim');
  await greta.decide(power, { action: 'ask', reason: 'Für welchen Zähler gilt der Grundpreis?' }, 'power-ask');
  const questionPath = await letters.linkIn('im Treppenhaus', link);
  const answeredPath = await letters.linkIn('Für welchen Zähler', link);
  await greta.decide(power, { action: 'answer', reason: 'Frau Ohm am Telefon: für den im Keller.' }, 'power-answer');
  return { questionPath, answeredPath };
}

/** Coded and confirmed by Hanna alone, who may. */
async function confirmBill({ addresses: { asPerson } }: Stage, id: string, shortened: boolean): Promise<void> {
  const hanna = await asPerson('hanna');
  await hanna.decide(id, { action: 'claim' }, `claim-${id}`);
  const because = { reducedBecause: 'Zwei Technikerstunden waren nicht vereinbart.', reason: 'Auftrag HA-2026-0042' };
  if (shortened)
    await amend(hanna, id, (payment) => ({ ...payment, ...because, amount: less(payment.amount) }), `pay-${id}`);
  await hanna.code(id, usualCoding.HAUPTAMT, `code-${id}`);
  await hanna.decide(id, { action: 'confirmFactual' }, `factual-${id}`);
  await hanna.decide(id, { action: 'confirmArithmetical' }, `arithmetical-${id}`);
}

async function playException({ addresses: { asPerson } }: Stage, id: string): Promise<void> {
  const begun = { action: 'orderAsException', reason: 'Alle anderen mit Anordnungsbefugnis sind im Urlaub.' };
  await (await asPerson('hanna')).decide(id, begun, 'exception-begun');
  const agreed = { action: 'orderAsException', reason: 'Geprüft: Die Leistung ist erbracht.' };
  await (await asPerson('henrik')).decide(id, agreed, 'exception-agreed');
}

/** Ordered, claimed and acknowledged: one is asked back, one paid, one paid in part. */
async function settleBills({ service, town, addresses: { asPerson } }: Stage, billId: (bill: Bill) => string) {
  const head = await asPerson('amtsleitung');
  const settled = (['recall', 'reduced', 'paid'] as const).map((bill) => ({ bill, id: billId(bill) }));
  for (const { bill, id } of settled) await head.decide(id, { action: 'order' }, `order-${bill}`);
  const finance = service.withKey(town.keys.finance);
  const { handOverId } = await finance.claimHandOver('bills-claim');
  for (const { bill, id } of settled) {
    const record = `/handovers/${handOverId}/records/${id}`;
    await finance.answerHandOver(handOverId, id, 'acknowledgement', { reference: `Beleg ${bill}` });
    if (bill === 'recall') continue;
    const paid = { paidOn: townDay(new Date()) };
    await finance.call('POST', `${record}/payment`, paid, { 'idempotency-key': `payment-${bill}` });
  }
  const back = { action: 'requestRecall', reason: 'Der Lieferant hat die Rechnung am Telefon zurückgezogen.' };
  await (await asPerson('hanna')).decide(billId('recall'), back, 'recall-asked');
}

/** In work and coded once: what is typed into its dialogs meets somebody else's change. */
async function prepareTyped({ addresses: { asPerson } }: Stage, id: string): Promise<void> {
  const hanna = await asPerson('hanna');
  await hanna.decide(id, { action: 'claim' }, 'typed-claim');
  await hanna.code(id, usualCoding.HAUPTAMT, 'typed-code');
}

const paymentTerms = z.object({
  ...{ amount: z.string(), payee: z.string(), iban: z.string().nullable(), bic: z.string().nullable() },
  ...{ dueDate: z.string().nullable(), purpose: z.string().nullable(), reducedBecause: z.string().nullable() },
});
type PaymentTerms = z.infer<typeof paymentTerms>;
const payments = z.object({ versions: z.tuple([paymentTerms], paymentTerms) });

/** Changes the payment instruction that holds. */
async function amend(person: ServiceClient, id: string, change: (payment: PaymentTerms) => object, key: string) {
  const { version } = await person.invoice(id);
  const { versions } = payments.parse(await person.call('GET', `/invoices/${id}/payment`));
  const headers = { 'idempotency-key': key, 'if-match': `"${version}"` };
  await person.call('POST', `/invoices/${id}/payment`, change(versions[0]), headers);
}

/** Some of the amount. */
const less = (amount: string): string => (Number(amount) * 0.9).toFixed(2);

const idOf = (answer: unknown): string => z.object({ id: z.string() }).parse(answer).id;
