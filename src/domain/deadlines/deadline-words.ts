import { decimalOfCents } from '../invoice/money.js';
import { dateIn, numberIn, type Language } from '../validation/value-forms.js';
import type { Deadline, DeadlineKind, RunsFrom } from './deadlines.js';

type Words = Readonly<Record<Language, string>>;

export const DEADLINE_LABELS: Readonly<Record<DeadlineKind, Words>> = {
  skonto: { de: 'Skonto', en: 'Cash discount' },
  due: { de: 'Fällig laut Rechnung', en: 'Due by the invoice' },
  vobDue: { de: 'Fällig nach VOB/B', en: 'Due by VOB/B' },
  default: { de: 'Ohne Verzugszinsen', en: 'Without default interest' },
};

const STARTS: Readonly<Record<RunsFrom, Words>> = {
  accessDate: { de: 'dem Zugang', en: 'access' },
  issueDate: { de: 'dem Rechnungsdatum', en: 'the date of issue' },
  dueDate: { de: 'der Fälligkeit laut Rechnung', en: 'the due date of the invoice' },
};

/** Why a deadline ends when it does, and what is lost after it. */
export function reasonOf(deadline: Deadline, currency: string | null, language: Language): string {
  return [
    LOSSES[deadline.kind](deadline, currency, language),
    reckoning(deadline, language),
    RIDERS[deadline.kind]?.[language],
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
}

type Teller = (deadline: Deadline, currency: string | null, language: Language) => string;

const LOSSES: Readonly<Record<DeadlineKind, Teller>> = {
  due: () => '',
  vobDue: () => '',
  skonto: ({ lossCents, percent }, currency, language) => {
    const [amount, rate] = [moneyIn(lossCents, currency, language), numberIn(percent ?? '', language)];
    return language === 'de'
      ? `Danach gehen ${amount} Skonto verloren (${rate} %).`
      : `After it ${amount} of discount are lost (${rate} %).`;
  },
  default: ({ lossCents, percent, rateKnown }, currency, language) => {
    const rate = percent === null ? '' : numberIn(percent, language);
    const from = rateKnown ? '' : RATE_UNKNOWN[language];
    if (lossCents === null)
      return language === 'de'
        ? `Danach laufen Verzugszinsen${rate && ` (${rate} % im Jahr${from})`}.`
        : `After it default interest runs${rate && ` (${rate} % a year${from})`}.`;
    const amount = moneyIn(lossCents, currency, language);
    return language === 'de'
      ? `Danach können ${amount} verlangt werden: 40 EUR Pauschale und Zinsen je Tag (${rate} % im Jahr${from}, § 288 BGB).`
      : `After it ${amount} may be asked for: a lump sum of EUR 40, and interest each day (${rate} % a year${from}, § 288 BGB).`;
  },
};

const RATE_UNKNOWN: Words = {
  de: ', mit dem letzten bekannten Basiszinssatz',
  en: ', by the last base rate known',
};

function reckoning({ days, runsFrom, start, movedFrom }: Deadline, language: Language): string {
  const [from, at] = [STARTS[runsFrom][language], dateIn(start, language)];
  const runs =
    days === 0
      ? ''
      : language === 'de'
        ? `${String(days)} Tage nach ${from} am ${at}.`
        : `${String(days)} days after ${from} on ${at}.`;
  if (movedFrom === null) return runs;
  const ended = dateIn(movedFrom, language);
  const moved =
    language === 'de'
      ? `Der ${ended} ist kein Werktag, es gilt der nächste (§ 193 BGB).`
      : `${ended} is no working day, the next one counts (§ 193 BGB).`;
  return [runs, moved].filter((part) => part !== '').join(' ');
}

const RIDERS: Readonly<Partial<Record<DeadlineKind, Words>>> = {
  skonto: {
    de: 'Die Rechnung sagt nicht, ab wann die Tage zählen; so kommt niemand zu spät. § 193 BGB verlängert die Frist nicht.',
    en: 'The invoice does not say from when its days count; like this nobody comes too late. § 193 BGB does not extend it.',
  },
  vobDue: {
    de: 'Gilt, wenn die VOB/B vereinbart ist (§ 16); eine vereinbarte längere Frist steht nicht in der Rechnung.',
    en: 'Holds where VOB/B is agreed (§ 16); a longer period that was agreed does not stand in the invoice.',
  },
  default: {
    de: 'Früher, wenn ein Zahlungstag vereinbart ist oder gemahnt wird (§ 286 BGB).',
    en: 'Sooner where a day of payment is agreed or a reminder comes (§ 286 BGB).',
  },
};

function moneyIn(cents: bigint | null, currency: string | null, language: Language): string {
  if (cents === null) return '–';
  return `${numberIn(decimalOfCents(cents), language)} ${currency ?? ''}`.trim();
}
