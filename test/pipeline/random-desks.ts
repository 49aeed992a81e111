import type { Draw } from '../domain/approval/random-town.js';
import { value } from '../../demo/set-up-town.js';
import { loggedEvent, type LoggedEvent } from '../domain/approval/audit-story.js';
import { inTenantTransaction } from '../../src/adapters/postgres/postgres-tenant-door.js';
import type { DeskAction } from '../../src/pipeline/desk-actions.js';
import type { Outcome } from '../../src/pipeline/outcome.js';
import { aDocument, anInvoice, examined, type TownHall } from './town-hall.js';

/** What people and the finance system do where an invoice stands; what is first is done most. */
const DEEDS: Readonly<Record<string, readonly Deed[]>> = {
  clarification: ['route', 'dismissSuspicion', 'markDuplicate', 'reject'],
  routed: ['claim', 'claim', 'claim', 'code', 'amend', 'confirmPayment', 'sendToClarification'],
  in_review: ['confirmFactual', 'confirmArithmetical', 'code', 'amend', 'confirmPayment', 'ask', 'decline', 'forward'],
  query: ['answer', 'answer', 'decline', 'takeOver'],
  confirmed: ['order', 'order', 'order', 'orderAsException', 'confirmPayment', 'returnToReview', 'code'],
  approved: ['claimForPayment', 'claimForPayment', 'revoke', 'amend'],
  claimed: ['acknowledge', 'acknowledge', 'refuse', 'returnUntaken'],
  handed_over: ['pay', 'payLess', 'requestRecall', 'recallByFinance', 'markPaid'],
  declined: ['reopen'],
  rejected: ['reopen'],
  duplicate: ['reopen'],
};
/** Beside what the desk offers: changes with a form of their own, and the finance system's word. */
type Deed =
  | DeskAction
  | 'code'
  | 'amend'
  | 'confirmPayment'
  | 'claimForPayment'
  | 'acknowledge'
  | 'refuse'
  | 'pay'
  | 'payLess'
  | 'recallByFinance';

/** Who works in the Hauptamt and above it; some in another's place. */
const DESKS: readonly (readonly [string, string?])[] = [
  ...([['hanna'], ['hanna'], ['henrik'], ['amtsleitung'], ['buergermeister'], ['eingang'], ['eingang2']] as const),
  ...([
    ['buchhaltung'],
    ['buchhaltung2'],
    ['kasse'],
    ['sofia'],
    ['greta', 'hanna'],
    ['buergermeister', 'amtsleitung'],
  ] as const),
];
const OWN_IBAN = 'DE75512108001245126199';
const OTHER_IBAN = 'DE02120300000000202051';
const MOST_AT_ONCE = 8;

const drawn = <T>(many: readonly T[], number: number): T | undefined => many[number % many.length];

/** Deputies in writing, a chart to code with, and somebody who may code. */
export async function prepareDesks(hall: TownHall): Promise<void> {
  const by = (login: string, idempotencyKey: string) => ({
    ...{ tenantId: hall.tenantId, personId: hall.personId(login), idempotencyKey },
  });
  const bytes = Buffer.from('Art;Nummer;Bezeichnung\nKonto;5431000;Büro\nProdukt;11.1.01;Dienste\n');
  value(await hall.importChart.import(by('admin', 'chart'), { fiscalYear: 2026, bytes, closesOthers: true }));
  const open = { roles: null, departmentId: null, validFrom: '2026-01-01', validTo: null, holds: 'always' } as const;
  for (const [deputy, principal] of [
    ['greta', 'hanna'],
    ['buergermeister', 'amtsleitung'],
  ] as const) {
    const wanted = { ...open, deputyId: hall.personId(deputy), principalId: hall.personId(principal) };
    const { id } = value(await hall.administerDeputies.propose(by('admin', `deputy ${deputy}`), wanted));
    value(await hall.administerDeputies.confirm(by('admin2', `deputy ${deputy}`), id));
  }
}

/** Has people do what chance has drawn; tells every deed that was done, as state and deed. */
export class RandomDesks {
  private readonly ids: string[] = [];
  private readonly handOvers = new Map<string, string>();
  readonly everyId: string[] = [];
  private step = 0;

  constructor(private readonly hall: TownHall) {}

  async take(draw: Draw): Promise<string | null> {
    this.step += 1;
    this.hall.clock.move(1_000);
    const id = await this.invoiceFor(draw);
    const { state, version } = await this.hall.invoiceOf(id);
    const deed = drawn(DEEDS[state] ?? [], draw.course <= 5 ? draw.action : draw.action % 2);
    if (deed === undefined) {
      this.ids.splice(this.ids.indexOf(id), 1);
      return null;
    }
    const outcome = await this.perform(id, deed, version, draw);
    return outcome.kind === 'done' ? `${state} ${deed}` : null;
  }

  /** The straight way to the end, which chance alone need not find. */
  async payOne(number: string): Promise<void> {
    const id = await this.hall.invoiceThatIs('approved', number);
    this.everyId.push(id);
    for (let round = 0; !this.handOvers.has(id); round += 1)
      value(await this.byFinance(id, 'claimForPayment', `${number} ${round}`, ''));
    for (const deed of ['acknowledge', 'pay'] as const) value(await this.byFinance(id, deed, `${number} ${deed}`, ''));
  }

  private async invoiceFor({ invoice, luck }: Draw): Promise<string> {
    const known = this.ids[(invoice + luck) % MOST_AT_ONCE];
    if (known !== undefined) return known;
    const number = `Zufall ${this.everyId.length}`;
    const id = await this.hall.process(number, examined(aDocument(anInvoice(number))));
    this.ids.push(id);
    this.everyId.push(id);
    return id;
  }

  private async perform(id: string, deed: Deed, seenVersion: number, draw: Draw): Promise<Outcome<unknown>> {
    const { hall } = this;
    const [login = 'hanna', principal] = drawn(DESKS, draw.actor) ?? [];
    const onBehalfOf = principal === undefined ? {} : { onBehalfOf: hall.personId(principal) };
    const key = `random ${this.step}`;
    const reason = draw.luck % 9 === 0 ? '' : 'Weil es so ist.';
    const desk = { tenantId: hall.tenantId, personId: hall.personId(login), invoiceId: id, seenVersion, ...onBehalfOf };
    const call = { ...desk, idempotencyKey: key };
    if (deed === 'code') {
      const split = { account: '5431000', product: '11.1.01', costCentre: null, cents: 11_900n, note: null };
      return hall.codeInvoice.code({ ...call, fiscalYear: 2026, splits: [split] });
    }
    if (deed === 'amend') return hall.amendPayment.amend({ ...call, reason, terms: termsDrawn(draw) });
    if (deed === 'confirmPayment') return hall.amendPayment.confirm(call);
    if (isOfFinance(deed)) return this.byFinance(id, deed, key, reason);
    const department = hall.town.departmentIds.get('HAUPTAMT');
    return hall.decide(login, id, deed, {
      ...{ key, seenVersion, reason, ...onBehalfOf },
      ...(['route', 'forward'].includes(deed) && department !== undefined ? { departmentId: department } : {}),
      ...(deed === 'markDuplicate' ? { otherInvoiceId: this.everyId.find((other) => other !== id) ?? id } : {}),
    });
  }

  private async byFinance(
    invoiceId: string,
    deed: FinanceDeed,
    key: string,
    reason: string,
  ): Promise<Outcome<unknown>> {
    const { hall } = this;
    const system = { tenantId: hall.tenantId, apiKeyId: hall.town.financeKeyId, idempotencyKey: key };
    if (deed === 'claimForPayment') {
      const claimed = await hall.claimHandOver.claim({ ...system, limit: 2 });
      if (claimed.kind === 'done')
        for (const record of claimed.value.records) this.handOvers.set(record.invoiceId, claimed.value.handOverId);
      return claimed;
    }
    const handOverId = this.handOvers.get(invoiceId) ?? '';
    const item = { ...system, invoiceId, handOverId, reason: reason || null, reference: null };
    if (deed === 'acknowledge' || deed === 'refuse') return hall.answerHandOver.answer({ ...item, answer: deed });
    const settlement = deed === 'recallByFinance' ? 'recall' : 'payment';
    const amount = deed === 'payLess' ? '100.00' : null;
    return hall.settleHandOver.settle({ ...item, settlement, amount, paidOn: null });
  }
}

const FINANCE = ['claimForPayment', 'acknowledge', 'refuse', 'pay', 'payLess', 'recallByFinance'] as const;
type FinanceDeed = (typeof FINANCE)[number];
const isOfFinance = (deed: Deed): deed is FinanceDeed => FINANCE.some((one) => one === deed);

const termsDrawn = ({ luck }: Draw) => ({
  ...{ amountCents: luck % 4 === 0 ? 11_000n : 11_900n, payee: 'Bürobedarf Berg GmbH', bic: null },
  ...{ iban: luck % 3 === 0 ? OWN_IBAN : OTHER_IBAN, dueDate: '2026-12-20', purpose: `Rechnung ${luck}` },
  reducedBecause: luck % 4 === 0 ? 'Ein Stuhl fehlte.' : null,
});

/** The whole log of the tenant, in the order in which it happened, as `audit verify` would read it. */
export async function logOf(hall: TownHall): Promise<readonly LoggedEvent[]> {
  const rows: readonly { body: string; payload: string | null }[] = await inTenantTransaction(
    hall.database,
    hall.tenantId,
    (manager) =>
      manager.query(
        `SELECT e.body, p.payload FROM eingang.audit_event e
         LEFT JOIN eingang.audit_payload p USING (tenant_id, subject_kind, subject_id, number)
         ORDER BY e.occurred_at, e.subject_kind, e.subject_id, e.number`,
      ),
  );
  return rows.map(({ body, payload }) => loggedEvent(body, payload));
}
