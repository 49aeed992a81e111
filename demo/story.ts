import type { DeskAction } from '../src/pipeline/desk-actions.js';
import type { DemoFileName } from './expected-outcomes.js';
import type { DepartmentCode } from './town.js';
import type { ServiceClient } from './service-client.js';

/** A person's step with an invoice. */
interface Step {
  readonly login: string;
  readonly action: DeskAction;
  readonly reason?: string;
  readonly department?: DepartmentCode;
}

/** What people and the finance system do with some of the invoices, and the state each must end in. */
interface Chapter {
  readonly file: DemoFileName;
  readonly steps: readonly Step[];
  readonly finance?: { readonly kind: 'acknowledgement' | 'refusal'; readonly body: Readonly<Record<string, string>> };
  readonly endsIn: string;
}

const step = (login: string, action: DeskAction, more: Omit<Step, 'login' | 'action'> = {}): Step => ({
  login,
  action,
  ...more,
});

/** Both confirmations by the two confirmers of a department, the order by somebody else. */
const confirmedAndOrdered = (factual: string, arithmetical: string, orderer: string): readonly Step[] => [
  step(factual, 'claim'),
  step(factual, 'confirmFactual'),
  step(arithmetical, 'confirmArithmetical'),
  step(orderer, 'order'),
];

export const story: readonly Chapter[] = [
  {
    file: '01-it-wartung-ubl.xml',
    steps: confirmedAndOrdered('hanna', 'henrik', 'amtsleitung'),
    finance: { kind: 'acknowledgement', body: { reference: 'Beleg 2026-4711' } },
    endsIn: 'handed_over',
  },
  {
    file: '02-strassenbau-skonto-ubl.xml',
    steps: confirmedAndOrdered('tilda', 'tarik', 'buergermeister'),
    finance: { kind: 'acknowledgement', body: { reference: 'Beleg 2026-4712' } },
    endsIn: 'handed_over',
  },
  {
    file: '05-buerobedarf-cii.xml',
    steps: confirmedAndOrdered('sofia', 'simon', 'amtsleitung'),
    finance: { kind: 'refusal', body: { reason: 'Die Haushaltsstelle fehlt.' } },
    endsIn: 'in_review',
  },
  {
    file: '06-strom-xrechnung.pdf',
    steps: confirmedAndOrdered('greta', 'georg', 'amtsleitung').slice(0, 3),
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
];

export interface StoryDesk {
  /** A person's signed-in client. */
  readonly as: (login: string) => Promise<ServiceClient>;
  readonly finance: ServiceClient;
  readonly invoiceIds: ReadonlyMap<DemoFileName, string>;
  readonly departmentIds: ReadonlyMap<string, string>;
  readonly tell: (sentence: string) => void;
}

/** Plays the story through the API: people decide, the finance system claims everything ordered and answers. */
export async function playStory(desk: StoryDesk): Promise<void> {
  for (const { file, steps } of story) {
    for (const [index, one] of steps.entries()) {
      const { login, action, reason, department } = one;
      const departmentId = department === undefined ? undefined : desk.departmentIds.get(department);
      const decision = {
        action,
        ...(reason === undefined ? {} : { reason }),
        ...(departmentId === undefined ? {} : { departmentId }),
      };
      const client = await desk.as(login);
      await client.decide(idOf(desk, file), decision, `story-${file}-${index}`);
    }
    desk.tell(`${file}: ${steps.map(({ login, action }) => `${login} ${action}`).join(', ')}`);
  }
  const claimed = await desk.finance.claimHandOver('story-claim');
  for (const { file, finance } of story) {
    const invoiceId = idOf(desk, file);
    if (!finance || !claimed.records.some((record) => record.invoiceId === invoiceId)) continue;
    await desk.finance.answerHandOver(claimed.handOverId, invoiceId, finance.kind, finance.body);
    desk.tell(`${file}: finance system ${finance.kind}`);
  }
}

function idOf(desk: StoryDesk, file: DemoFileName): string {
  const id = desk.invoiceIds.get(file);
  if (id === undefined) throw new Error(`${file} has not been sent`);
  return id;
}
