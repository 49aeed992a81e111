import { z } from 'zod';

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
  texts: { schema: textsSetting, unset: { imprint: null, privacy: null, accessibility: null, feedbackAddress: null } },
} as const;

export interface TenantSettingValues {
  readonly counter: CounterSetting;
  readonly texts: TextsSetting;
}
export type TenantSettingName = keyof TenantSettingValues;
