import { dateIn } from '../validation/value-forms.js';
import { htmlPage, plainText, quoted, type Block, type Language } from './answers-layout.js';
import type { WrittenAnswer } from './answers-letter.js';

/** What administrators do to somebody's access that this person has to hear of. */
export const ACCESS_NOTICES = ['secondFactorReset', 'passwordRenewed'] as const;
export type AccessNotice = (typeof ACCESS_NOTICES)[number];

export interface AccessFacts {
  readonly notice: AccessNotice;
  readonly language: Language;
  /** The tenant's name. */
  readonly town: string;
  readonly name: string;
  /** The administrator's name. */
  readonly by: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly deskUrl: string;
  readonly quotedLength: number;
}

/** Tells somebody what was done to their access, so that who has not asked for it can say so. */
export function accessLetter({
  notice,
  language,
  town,
  name,
  by,
  day,
  deskUrl,
  quotedLength,
}: AccessFacts): WrittenAnswer {
  const { subject, what } = NOTICES[notice][language];
  const said = SAID[language];
  const blocks: readonly Block[] = [
    { kind: 'text', text: said.greeting(quoted(name, quotedLength)) },
    { kind: 'text', text: what(quoted(by, quotedLength), dateIn(day, language)) },
    { kind: 'text', text: said.doubt },
    { kind: 'link', label: said.desk, url: deskUrl },
    { kind: 'text', text: said.closing(town) },
  ];
  return { subject, text: plainText(blocks), html: htmlPage(subject, language, blocks) };
}

interface Told {
  readonly subject: string;
  readonly what: (by: string, day: string) => string;
}

const NOTICES: Readonly<Record<AccessNotice, Readonly<Record<Language, Told>>>> = {
  secondFactorReset: {
    de: {
      subject: 'Ihr zweiter Faktor wurde zurückgesetzt',
      what: (by, day) =>
        `${by} hat am ${day} Ihren zweiten Faktor zurückgesetzt und alle Ihre Anmeldungen beendet. Bis Sie einen neuen einrichten, genügt Ihr Kennwort.`,
    },
    en: {
      subject: 'Your second factor has been reset',
      what: (by, day) =>
        `${by} reset your second factor on ${day} and ended all of your sessions. Until you set up a new one, your password is enough.`,
    },
  },
  passwordRenewed: {
    de: {
      subject: 'Sie haben ein neues Einmalkennwort',
      what: (by, day) =>
        `${by} hat am ${day} als zweite Person ein neues Einmalkennwort für Sie bestätigt. Ihr altes Kennwort gilt nicht mehr, und alle Ihre Anmeldungen sind beendet.`,
    },
    en: {
      subject: 'You have a new one-time password',
      what: (by, day) =>
        `${by} confirmed a new one-time password for you on ${day}, as the second person. Your old password has ended, and so have all of your sessions.`,
    },
  },
};

const SAID = {
  de: {
    greeting: (name: string) => `Guten Tag ${name},`,
    doubt: 'Haben Sie nicht darum gebeten? Dann sprechen Sie bitte gleich mit Ihrer Administration.',
    desk: 'Zur Anmeldung',
    closing: (town: string) =>
      `Diese Nachricht hat der Rechnungseingang selbsttätig geschrieben. Bitte antworten Sie nicht darauf.\n${town}`,
  },
  en: {
    greeting: (name: string) => `Hello ${name},`,
    doubt: 'You have not asked for it? Then please speak to your administrators at once.',
    desk: 'Sign in',
    closing: (town: string) =>
      `This message was written by the invoice inbox itself. Please do not reply to it.\n${town}`,
  },
} as const;
