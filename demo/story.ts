import type { CapturedTerms } from '../src/domain/invoice/captured-terms.js';
import type { DeskAction } from '../src/pipeline/desk-actions.js';
import { usualCoding, type Share } from './chart.js';
import type { Days } from './days.js';
import type { DemoFileName } from './expected-outcomes.js';
import type { SentFileName } from './expected-sendings.js';
import { gardener } from './invoices/more-descriptions.js';
import type { DepartmentCode } from './town.js';
import type { ServiceClient } from './service-client.js';

/** Every file of the demonstration that is an invoice of its own. */
export type StoryFileName = DemoFileName | SentFileName;

/** A person's step with an invoice. */
interface Step {
  readonly login: string;
  readonly action: DeskAction | 'code';
  /** With `code`: what the amount is split over. */
  readonly shares?: readonly Share[];
  readonly reason?: string;
  readonly department?: DepartmentCode;
  readonly other?: StoryFileName;
  readonly capture?: CapturedTerms;
}

/** What people and the finance system do with some of the invoices, and the state each must end in. */
interface Chapter {
  readonly file: StoryFileName;
  readonly steps: readonly Step[];
  /** What the finance system says after it has claimed the invoice; left out: nothing yet. */
  readonly finance?: { readonly kind: 'acknowledgement' | 'refusal'; readonly body: Readonly<Record<string, string>> };
  readonly endsIn: string;
  /** Why it waits in the clearing queue, if it does. */
  readonly clarification?: string;
}

/** The finance system claims everything ordered at the end of an act, unless it is the last one. */
type Act = readonly Chapter[];

const step = (login: string, action: Step['action'], more: Omit<Step, 'login' | 'action'> = {}): Step => ({
  login,
  action,
  ...more,
});

/** Coded and confirmed by the two confirmers of a department, ordered by somebody else. */
const confirmedAndOrdered = (
  department: DepartmentCode,
  factual: string,
  arithmetical: string,
  orderer: string,
): readonly Step[] => [
  step(factual, 'claim'),
  step(factual, 'code', { shares: usualCoding[department] }),
  step(factual, 'confirmFactual'),
  step(arithmetical, 'confirmArithmetical'),
  step(orderer, 'order'),
];

/** What a clerk reads off the gardener's paper. */
const readOffPaper: CapturedTerms = {
  ...{ kind: 'invoice', number: gardener.number, issueDate: gardener.issued, dueDate: gardener.due, currency: 'EUR' },
  ...{ sellerName: gardener.name, sellerVatId: gardener.vatId, sellerTaxNumber: null },
  ...{ iban: gardener.iban, bic: null, orderReference: null, buyerReference: null },
  ...{ net: gardener.net, vat: gardener.vat, gross: gardener.gross, payable: gardener.gross },
};

const first: Act = [
  {
    file: '01-it-wartung-ubl.xml',
    steps: confirmedAndOrdered('HAUPTAMT', 'hanna', 'henrik', 'amtsleitung'),
    finance: { kind: 'acknowledgement', body: { reference: 'Beleg 2026-4711' } },
    endsIn: 'handed_over',
  },
  {
    file: '02-strassenbau-skonto-ubl.xml',
    steps: confirmedAndOrdered('TIEFBAU', 'tilda', 'tarik', 'buergermeister'),
    finance: { kind: 'acknowledgement', body: { reference: 'Beleg 2026-4712' } },
    endsIn: 'handed_over',
  },
  {
    file: '05-buerobedarf-cii.xml',
    steps: confirmedAndOrdered('SCHULE', 'sofia', 'simon', 'amtsleitung'),
    finance: { kind: 'refusal', body: { reason: 'Das Sachkonto ist für Büromaterial gesperrt.' } },
    endsIn: 'in_review',
  },
  {
    file: '06-strom-xrechnung.pdf',
    steps: confirmedAndOrdered('GEBAEUDE', 'greta', 'georg', 'amtsleitung').slice(0, 4),
    endsIn: 'confirmed',
  },
  {
    file: '07-schulmoebel-facturx.pdf',
    steps: [step('sofia', 'claim'), step('sofia', 'decline', { reason: 'Die Möbel wurden nicht bestellt.' })],
    endsIn: 'declined',
  },
  { file: '09-gutachten-mit-anlage-ubl.xml', steps: [step('tilda', 'claim')], endsIn: 'in_review' },
  {
    file: '12-falsche-pruefziffer-ubl.xml',
    steps: [step('eingang', 'route', { department: 'HAUPTAMT' })],
    endsIn: 'routed',
  },
  {
    file: '19-ohne-daten.pdf',
    steps: [step('eingang', 'reject', { reason: 'Bitte als E-Rechnung senden.' })],
    endsIn: 'rejected',
  },
  {
    file: '10-fenster-bestellbezug-cii.xml',
    steps: [step('greta', 'sendToClarification', { reason: 'Den Auftrag hat das Schulamt vergeben.' })],
    ...{ endsIn: 'clarification', clarification: 'sentByStaff' },
  },
  {
    file: '23-neue-bankverbindung-ubl.xml',
    steps: [step('eingang', 'releaseAccount')],
    ...{ endsIn: 'clarification', clarification: 'accountChanged' },
  },
  {
    file: '36-rechnung-gartenpflege.pdf',
    steps: [step('eingang', 'capture', { capture: readOffPaper })],
    ...{ endsIn: 'clarification', clarification: 'notAnEInvoice' },
  },
  {
    file: '37-dublette.xml',
    steps: [step('eingang', 'markDuplicate', { other: '05-buerobedarf-cii.xml' })],
    endsIn: 'duplicate',
  },
  {
    file: '31-schulhefte.xml',
    steps: [step('sofia', 'claim'), step('sofia', 'supersede', { other: '38-korrektur.xml' })],
    endsIn: 'superseded',
  },
  {
    file: '34-tueren.pdf',
    steps: [step('sofia', 'claim'), step('sofia', 'decline', { reason: 'Die Türen sind noch nicht eingebaut.' })],
    endsIn: 'declined',
  },
  {
    file: '43-rechnung-mit-angebot.pdf',
    steps: [step('eingang', 'dismiss', { reason: 'Das ist ein Angebot, keine Rechnung.' })],
    endsIn: 'dismissed',
  },
];

const second: Act = [
  {
    file: '33-bordsteine.xml',
    steps: confirmedAndOrdered('TIEFBAU', 'tilda', 'tarik', 'amtsleitung'),
    endsIn: 'claimed',
  },
];

const last: Act = [
  {
    file: '32-splitt.xml',
    steps: confirmedAndOrdered('TIEFBAU', 'tilda', 'tarik', 'amtsleitung'),
    endsIn: 'approved',
  },
];

export const story: readonly Chapter[] = [...first, ...second, ...last];

export interface StoryDesk {
  /** A person's signed-in client. */
  readonly as: (login: string) => Promise<ServiceClient>;
  readonly finance: ServiceClient;
  readonly invoiceIds: ReadonlyMap<string, string>;
  readonly departmentIds: ReadonlyMap<string, string>;
  readonly days: Days;
  readonly tell: (sentence: string) => void;
}

/** Plays the story through the API: people decide, the finance system claims what is ordered and answers. */
export async function playStory(desk: StoryDesk): Promise<void> {
  for (const [number, act] of [first, second].entries()) {
    await decideAll(desk, act);
    await handOver(desk, act, `story-claim-${number}`);
  }
  await decideAll(desk, last);
}

const movedTo = ({ moved }: Days, { issueDate, dueDate, ...terms }: CapturedTerms): CapturedTerms => ({
  ...{ ...terms, issueDate: moved(issueDate), dueDate: dueDate && moved(dueDate) },
});

async function decideAll(desk: StoryDesk, act: Act): Promise<void> {
  for (const { file, steps } of act) {
    for (const [index, one] of steps.entries()) {
      const { login, action, reason, department, other, capture, shares } = one;
      const client = await desk.as(login);
      const key = `story-${file}-${index}`;
      if (shares) {
        await client.code(idOf(desk, file), shares, key);
        continue;
      }
      const decision = {
        ...{ action, reason, capture: capture && movedTo(desk.days, capture) },
        departmentId: department && desk.departmentIds.get(department),
        otherInvoiceId: other && idOf(desk, other),
      };
      await client.decide(idOf(desk, file), decision, key);
    }
    desk.tell(`${file}: ${steps.map(({ login, action }) => `${login} ${action}`).join(', ')}`);
  }
}

async function handOver(desk: StoryDesk, act: Act, key: string): Promise<void> {
  const claimed = await desk.finance.claimHandOver(key);
  for (const { file, finance } of act) {
    const invoiceId = idOf(desk, file);
    if (!finance || !claimed.records.some((record) => record.invoiceId === invoiceId)) continue;
    await desk.finance.answerHandOver(claimed.handOverId, invoiceId, finance.kind, finance.body);
    desk.tell(`${file}: finance system ${finance.kind}`);
  }
}

function idOf(desk: StoryDesk, file: StoryFileName): string {
  const id = desk.invoiceIds.get(file);
  if (id === undefined) throw new Error(`${file} has not been sent`);
  return id;
}
