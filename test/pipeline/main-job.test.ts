import { demoInvoices, type DemoFile } from '../../demo/make-invoices.js';
import { value, type SetUpTown } from '../../demo/set-up-town.js';
import type { DeskAction } from '../../src/pipeline/desk-actions.js';
import { townDatabase, townIn } from '../support/prepared-town.js';
import { openWorkbench, type Workbench } from '../support/workbench.js';

let bench: Workbench;
let town: SetUpTown;
let files: readonly DemoFile[];
beforeAll(async () => {
  bench = await openWorkbench(await townDatabase());
  town = await townIn(bench.fresh);
  files = await demoInvoices();
});
afterAll(() => bench.close());

const fileNamed = (start: string): DemoFile => {
  const file = files.find((one) => one.fileName.startsWith(start));
  if (!file) throw new Error(`no demo file ${start}`);
  return file;
};

async function sendIn(file: DemoFile, key = file.fileName) {
  const { fileName, mediaType, bytes } = file;
  const receipt = value(
    await bench.acceptDelivery.accept({
      tenantId: town.tenantId,
      channelId: town.apiChannelId,
      actor: { kind: 'system', id: 'commandLine' },
      caller: 'test',
      idempotencyKey: key,
      fields: {},
      sender: null,
      portalReceivedAt: null,
      parts: [{ fileName, mediaType, bytes }],
    }),
  );
  const invoiceId = receipt.parts[0]?.invoiceId ?? '';
  await bench.processInvoice.process(town.tenantId, invoiceId);
  return { receipt, invoiceId };
}

const reader = () => ({ kind: 'apiKey', tenantId: town.tenantId, id: town.financeKeyId }) as const;
const stateOf = async (id: string) => value(await bench.readInvoices.get(reader(), id)).invoice;

async function decide(login: string, invoiceId: string, action: DeskAction, key = `${login} ${action} ${invoiceId}`) {
  const { version } = await stateOf(invoiceId);
  const personId = town.personIds.get(login) ?? '';
  return bench.decideOnInvoice.decide({
    tenantId: town.tenantId,
    personId,
    invoiceId,
    action,
    seenVersion: version,
    idempotencyKey: key,
  });
}

it('leads an invoice from its receipt to the finance system, and the audit log proves it', async () => {
  const { invoiceId } = await sendIn(fileNamed('01'));
  expect(await stateOf(invoiceId)).toMatchObject({ state: 'routed', departmentId: town.departmentIds.get('HAUPTAMT') });

  value(await decide('hanna', invoiceId, 'claim'));
  expect(value(await decide('hanna', invoiceId, 'confirmFactual'))).toMatchObject({
    state: 'in_review',
    progress: 'partial',
  });
  expect(value(await decide('henrik', invoiceId, 'confirmArithmetical'))).toMatchObject({ state: 'confirmed' });
  expect(await decide('hanna', invoiceId, 'order')).toMatchObject({ kind: 'refused', refusal: { code: 'noGrant' } });
  expect(value(await decide('amtsleitung', invoiceId, 'order'))).toMatchObject({ state: 'approved' });

  const wanted = { tenantId: town.tenantId, apiKeyId: town.financeKeyId, idempotencyKey: 'batch 1', limit: 10 };
  const batch = value(await bench.claimHandOver.claim(wanted));
  expect(batch.records.map((record) => record.invoiceId)).toEqual([invoiceId]);
  expect(value(await bench.claimHandOver.claim(wanted))).toEqual(batch);
  const answer = {
    ...wanted,
    handOverId: batch.handOverId,
    invoiceId,
    answer: 'acknowledge',
    reference: 'B-1',
    reason: null,
  } as const;
  expect(value(await bench.answerHandOver.answer({ ...answer, idempotencyKey: 'answer 1' }))).toMatchObject({
    state: 'handed_over',
  });

  await bench.sealAuditLog.seal();
  const verification = await bench.verifyAuditLog.verify();
  expect(verification.problems).toEqual([]);
  expect(verification.unsealedEvents).toBe(0);
  expect(verification.events).toBeGreaterThan(30);
});
