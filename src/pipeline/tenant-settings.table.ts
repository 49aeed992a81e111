import { z } from 'zod';
import { MAX_ORDERS, MAX_STEPS, stepProblems, type ValueStep } from '../domain/approval/value-steps.js';
import { FISCAL_YEARS } from '../domain/coding/chart.js';
import { LANDS } from '../domain/deadlines/holidays.table.js';
import { centsOf } from '../domain/invoice/money.js';
import { RETENTION_CLASSES, retentionStarts } from '../domain/retention/retention.js';

/** Well-formed text that people have written; line breaks may stand in it. */
const writing = (most: number) => z.string().trim().min(1).max(most);

/** A text of the tenant's own; English may be missing, German may not. */
const bilingual = (most: number) => z.strictObject({ de: writing(most), en: writing(most).nullable() });
export type TenantText = z.infer<ReturnType<typeof bilingual>>;

const most = { noteLength: 2000, textLength: 100_000, deliveries: 100_000, bytes: 1024 ** 4, checks: 10_000 } as const;

/** The counter: open or not, and how much it takes from strangers in a day (days of the town, Europe/Berlin). */
export const counterSetting = z.strictObject({
  open: z.boolean(),
  closedNote: bilingual(most.noteLength).nullable().describe('What the page says while it is closed'),
  quotas: z.strictObject({
    deliveriesPerAddressAndDay: z.int().min(1).max(most.deliveries),
    deliveriesPerDay: z.int().min(1).max(most.deliveries),
    bytesPerDay: z
      .int()
      .min(1024 * 1024)
      .max(most.bytes),
    checksPerAddressAndHour: z.int().min(0).max(most.checks).describe('0: nothing is checked without being sent'),
  }),
});
export type CounterSetting = z.infer<typeof counterSetting>;

/** What the law asks a public body to say on its pages, in the tenant's own words: plain text, paragraphs by blank lines. */
export const textsSetting = z.strictObject({
  imprint: bilingual(most.textLength).nullable(),
  privacy: bilingual(most.textLength).nullable(),
  accessibility: bilingual(most.textLength).nullable(),
  feedbackAddress: z.email().max(254).nullable().describe('Who is written to about barriers and mistakes'),
});
export type TextsSetting = z.infer<typeof textsSetting>;

/** What holds up an order, or is only told beside it. */
const weight = z.enum(['tell', 'hold']);

/** Coding: whether an order must be complete, which Haushaltsjahre are closed, and who is asked whether there are funds. */
export const codingSetting = z.strictObject({
  requiredForOrder: z
    .boolean()
    .describe('Whether an order needs coding, account and due date; false: the finance system codes'),
  closedYears: z.array(z.int().min(FISCAL_YEARS.first).max(FISCAL_YEARS.last)).max(200),
  budgetCheck: z
    .strictObject({
      url: z
        .url({ protocol: /^https?$/ })
        .max(500)
        .describe('Is sent the coding and answers whether there are funds'),
      authorised: z.boolean().default(false).describe('A token goes along with each question (RFC 6750)'),
      onNo: weight,
      onUnknown: weight.describe('Where it does not answer, or has not been asked'),
    })
    .nullable(),
});
export type CodingSetting = z.infer<typeof codingSetting>;

/** An amount in euros with two decimals at most, as people write limits. */
const euros = z.string().regex(/^\d{1,12}(\.\d{1,2})?$/);

/** Approval: what this town asks for beyond one confirmer and one order. */
export const approvalSetting = z.strictObject({
  steps: z
    .array(
      z.strictObject({
        upTo: euros.nullable().describe('EUR, inclusive; null: without end, and the last step'),
        orders: z.int().min(1).max(MAX_ORDERS).describe('How many different people must order'),
      }),
    )
    .min(1)
    .max(MAX_STEPS)
    .refine((steps) => stepProblems(valueStepsOf(steps)).length === 0, 'Steps rise, and only the last has no end'),
  declineByTwoAbove: euros.nullable().describe('EUR; above it, declining takes two people; null: never'),
  twoConfirmers: z.boolean().describe('Facts and figures must be confirmed by two people'),
  orderException: z
    .boolean()
    .describe('Who has confirmed may order after all, with a reason and a second person; listed for the audit office'),
});
export type ApprovalSetting = z.infer<typeof approvalSetting>;

/** The steps as they are measured; each begins where the one before it ends. */
export function valueStepsOf(
  steps: readonly { readonly upTo: string | null; readonly orders: number }[],
): readonly ValueStep[] {
  let fromCents = 0n;
  return steps.map(({ upTo, orders }) => {
    const toCents = upTo === null ? null : (centsOf(upTo) ?? 0n);
    const step = { fromCents, toCents, orders };
    fromCents = (toCents ?? fromCents) + 1n;
    return step;
  });
}

/** Where the tenant lies: whose public holidays end its periods later. */
export const placeSetting = z.strictObject({
  land: z.enum(LANDS).nullable().describe('ISO 3166-2:DE without DE-; null: only the holidays of all Länder count'),
});
export type PlaceSetting = z.infer<typeof placeSetting>;

const waitingDays = z.int().min(1).max(60).nullable();

/** Reminders to staff: when, of what, and after how many working days of the Land. */
export const remindersSetting = z.strictObject({
  on: z.boolean(),
  time: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
    .describe('HH:MM in the town, on working days'),
  unclaimed: waitingDays.describe('Working days until somebody is reminded; null: nobody is'),
  unconfirmed: waitingDays,
  unordered: waitingDays,
  unanswered: waitingDays.describe('Since a supplier was asked'),
  escalation: waitingDays.describe(
    'Until the lead of the department hears of what is unclaimed, unconfirmed, unordered',
  ),
  skonto: z.int().min(0).max(60).nullable().describe('Working days before a discount is lost; 0: on its last day'),
  interest: z.boolean().describe('Whether somebody is reminded once default has begun'),
  again: z.int().min(1).max(60).describe('Working days until the same reminder comes again'),
  domains: z
    .array(z.string().regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/))
    .max(20)
    .describe('Where the mail addresses of staff must lie; none: anywhere'),
});
export type RemindersSetting = z.infer<typeof remindersSetting>;

const retentionYears = (least: number) => z.int().min(least).max(100);
const documentRule = (least: number) =>
  z.strictObject({ years: retentionYears(least), start: z.enum(retentionStarts) });
const financialYear = z.int().min(FISCAL_YEARS.first).max(FISCAL_YEARS.last);

/** How long what is kept; what the law asks for is the least. */
export const retentionSetting = z.strictObject({
  classes: z.strictObject({
    voucher: documentRule(RETENTION_CLASSES.voucher.years).describe('Paid, declined and replaced invoices'),
    letter: documentRule(RETENTION_CLASSES.letter.years).describe('Rejected invoices and duplicates'),
    other: documentRule(1).describe('What was filed as not an invoice'),
    staff: z
      .strictObject({ years: retentionYears(1) })
      .describe('Names of people who have left, from the end of that year'),
  }),
  adoptions: z
    .array(
      z
        .strictObject({ fiscalYear: financialYear, adoptedIn: financialYear })
        .refine(({ fiscalYear, adoptedIn }) => adoptedIn > fiscalYear, 'Accounts are adopted after their year'),
    )
    .max(200)
    .refine(
      (years) => new Set(years.map(({ fiscalYear }) => fiscalYear)).size === years.length,
      'Each financial year stands once',
    )
    .describe('When annual accounts were adopted, for classes that count from there'),
});
export type RetentionSetting = z.infer<typeof retentionSetting>;

/** Signing in: whether whoever orders or administers proves a second factor, and whether an order asks for it anew. */
export const signInSetting = z.strictObject({
  secondFactor: z
    .enum(['required', 'voluntary'])
    .describe('Of whoever orders or administers; others may set one up of their own accord'),
  freshMinutes: z
    .int()
    .min(1)
    .max(60)
    .nullable()
    .describe('Whoever orders has proved it within so many minutes; null: signing in is enough'),
});
export type SignInSetting = z.infer<typeof signInSetting>;

/** The texts that a setting `texts` holds. */
export const textNames = ['imprint', 'privacy', 'accessibility'] as const satisfies readonly (keyof TextsSetting)[];
export type TextName = (typeof textNames)[number];

/**
 * What a tenant can set, and what holds as long as it has set nothing. A new tenant's counter is closed: it may not
 * face the public without imprint, privacy notice and accessibility statement, and only the tenant can write those.
 */
export const tenantSettings = {
  counter: {
    schema: counterSetting,
    unset: {
      open: false,
      closedNote: null,
      quotas: {
        deliveriesPerAddressAndDay: 50,
        deliveriesPerDay: 2000,
        bytesPerDay: 4 * 1024 ** 3,
        checksPerAddressAndHour: 60,
      },
    },
  },
  coding: { schema: codingSetting, unset: { requiredForOrder: false, closedYears: [], budgetCheck: null } },
  approval: {
    schema: approvalSetting,
    unset: { steps: [{ upTo: null, orders: 1 }], declineByTwoAbove: null, twoConfirmers: false, orderException: false },
  },
  signIn: { schema: signInSetting, unset: { secondFactor: 'required', freshMinutes: null } },
  place: { schema: placeSetting, unset: { land: null } },
  reminders: {
    schema: remindersSetting,
    unset: {
      ...{ on: false, time: '07:30', unclaimed: 3, unconfirmed: 5, unordered: 3, unanswered: 10, escalation: 10 },
      ...{ skonto: 3, interest: true, again: 3, domains: [] },
    },
  },
  retention: {
    schema: retentionSetting,
    unset: {
      classes: {
        voucher: { years: RETENTION_CLASSES.voucher.years, start: 'endOfYear' },
        letter: { years: RETENTION_CLASSES.letter.years, start: 'endOfYear' },
        other: { years: RETENTION_CLASSES.other.years, start: 'endOfYear' },
        staff: { years: RETENTION_CLASSES.staff.years },
      },
      adoptions: [],
    },
  },
  texts: { schema: textsSetting, unset: { imprint: null, privacy: null, accessibility: null, feedbackAddress: null } },
} as const;

export interface TenantSettingValues {
  readonly counter: CounterSetting;
  readonly coding: CodingSetting;
  readonly approval: ApprovalSetting;
  readonly signIn: SignInSetting;
  readonly place: PlaceSetting;
  readonly reminders: RemindersSetting;
  readonly retention: RetentionSetting;
  readonly texts: TextsSetting;
}
export type TenantSettingName = keyof TenantSettingValues;

/** What decisions on money are measured by, and what may be destroyed when: one administrator proposes it, and another confirms. */
export const confirmedSettings = [
  'approval',
  'coding',
  'retention',
  'signIn',
] as const satisfies readonly TenantSettingName[];
export type ConfirmedSettingName = (typeof confirmedSettings)[number];
export type DirectSettingName = Exclude<TenantSettingName, ConfirmedSettingName>;
export const isConfirmedSetting = (name: string): name is ConfirmedSettingName =>
  confirmedSettings.some((one) => one === name);
