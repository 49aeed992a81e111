import type { Problem, ProblemCode } from '../domain/audit/verify.js';
import type { Ports } from '../modules/open-ports.js';
import { VerifyInvoice } from '../pipeline/verify-invoice.js';
import { VerifyAuditLog, type Verification } from '../pipeline/verify-audit-log.js';
import { exitCodes, understood, UsageError, type Command, type CommandContext, type Language } from './command.js';
import { withPorts } from './with-ports.js';

/** `eingang audit verify [--json]`. Exit codes: 0 nothing wrong; 1 problems; 2 not understood; 3 not possible; 78 a bad setting. */
export const auditVerify: Command = {
  usage: {
    de: [
      'eingang audit verify [--json] [--tenant KURZNAME [--invoice KENNUNG]]',
      '  prüft das Protokoll, seine Siegel und die Originale auf Veränderungen: aller Mandanten, eines, oder einer Rechnung.',
    ].join('\n'),
    en: [
      'eingang audit verify [--json] [--tenant SLUG [--invoice ID]]',
      '  checks the audit log, its seals and the originals for changes: of all tenants, of one, or of one invoice.',
    ].join('\n'),
  },
  run(words, context) {
    const options = {
      json: { type: 'boolean', default: false },
      tenant: { type: 'string' },
      invoice: { type: 'string' },
    } as const;
    const { json, tenant: slug, invoice } = understood({ args: [...words], options }).values;
    if (invoice !== undefined && slug === undefined) throw new UsageError('--tenant');
    return withPorts(context, async (ports) => {
      const tenant = slug === undefined ? null : await ports.lookup.tenantBySlug(slug);
      if (slug !== undefined && tenant === null) return nothingThere(context, slug);
      if (tenant !== null && invoice !== undefined) return verifyOne(ports, tenant.id, invoice, context);
      const { lookup, auditReader, ledger, signer, anchor, documents } = ports;
      const log = new VerifyAuditLog(lookup, auditReader, ledger, signer, anchor, documents);
      const found = await log.verify(tenant === null ? {} : { tenantId: tenant.id });
      await tellProblems(found.problems, json, context);
      const { problems, ...counts } = found;
      await context.print(
        json
          ? `${JSON.stringify({ problems: problems.length, ...counts })}\n`
          : `${summary[context.language](found).join('\n')}\n`,
      );
      return problems.length === 0 ? exitCodes.done : 1;
    });
  },
};

async function verifyOne(
  { auditReader, ledger, signer, documents }: Ports,
  tenantId: string,
  invoiceId: string,
  context: CommandContext,
): Promise<number> {
  if (!isUuid(invoiceId)) return nothingThere(context, invoiceId);
  const found = await new VerifyInvoice(auditReader, ledger, signer, documents).verify(tenantId, invoiceId);
  if (found === null) return nothingThere(context, invoiceId);
  await tellProblems(found.problems, true, context);
  const { problems, ...rest } = found;
  await context.print(`${JSON.stringify({ problems: problems.length, ...rest })}\n`);
  return problems.length === 0 ? exitCodes.done : 1;
}

const isUuid = (text: string): boolean => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

async function tellProblems(problems: readonly Problem[], json: boolean, context: CommandContext): Promise<void> {
  for (const problem of problems)
    await context.print(json ? `${JSON.stringify(problem)}\n` : `${describe(problem, context.language)}\n`);
}

function nothingThere({ tell, language }: CommandContext, what: string): number {
  tell(`${language === 'de' ? 'Das gibt es nicht' : 'There is no such thing'}: ${what}.`);
  return exitCodes.usage;
}

const summary: Readonly<Record<Language, (found: Verification) => readonly string[]>> = {
  de: ({ problems, events, chains, seals, originals, unsealedEvents, unanchoredSeals }) => [
    `${events} Ereignisse in ${chains} Ketten, ${seals} Siegel, ${originals} Originale geprüft.`,
    unsealedEvents === 0
      ? 'Alles ist besiegelt.'
      : `Noch nicht besiegelt: ${unsealedEvents} Ereignisse. Ihre Ketten stimmen, aber kein Siegel bezeugt sie schon.`,
    ...(unanchoredSeals === 0
      ? []
      : [
          `Siegel, die in der Siegeldatei fehlen: ${unanchoredSeals}. Bleibt das so, ist die Datei verloren oder vertauscht.`,
        ]),
    problems.length === 0 ? 'Keine Auffälligkeit.' : `Auffälligkeiten: ${problems.length}.`,
  ],
  en: ({ problems, events, chains, seals, originals, unsealedEvents, unanchoredSeals }) => [
    `Checked ${events} events in ${chains} chains, ${seals} seals, ${originals} originals.`,
    unsealedEvents === 0
      ? 'Everything is sealed.'
      : `Not sealed yet: ${unsealedEvents} events. Their chains are right, but no seal bears witness to them so far.`,
    ...(unanchoredSeals === 0
      ? []
      : [`Seals that the seal file lacks: ${unanchoredSeals}. If that stays so, the file is lost or was exchanged.`]),
    problems.length === 0 ? 'Nothing is wrong.' : `Problems: ${problems.length}.`,
  ],
};

function describe({ code, tenantId, subject, number }: Problem, language: Language): string {
  const place = [
    tenantId === null ? '' : `tenant ${tenantId}`,
    subject === null ? '' : `${subject.kind} ${subject.id}`,
    number === null ? '' : `#${number}`,
  ];
  return `${code}: ${sentences[code][language]} ${place.filter((part) => part !== '').join(' ')}`.trim();
}

const sentences: Readonly<Record<ProblemCode, Readonly<Record<Language, string>>>> = {
  bodyUnreadable: { de: 'Ein Ereignis ist nicht lesbar.', en: 'An event cannot be read.' },
  bodyAltered: { de: 'Ein Ereignis wurde verändert.', en: 'An event was changed.' },
  columnsDiffer: { de: 'Die Spalten widersprechen dem Ereignis.', en: 'The columns contradict the event.' },
  eventMissing: { de: 'Davor fehlt ein Ereignis.', en: 'An event before it is missing.' },
  eventMisplaced: { de: 'Ein Ereignis steht an der falschen Stelle.', en: 'An event stands in the wrong place.' },
  chainBroken: { de: 'Das Ereignis schließt nicht an das vorige an.', en: 'The event does not follow the one before.' },
  payloadAltered: { de: 'Die Angaben zum Ereignis wurden verändert.', en: "The event's payload was changed." },
  payloadMissing: {
    de: 'Die Angaben zum Ereignis fehlen, ohne dass ihre Löschung vermerkt ist.',
    en: "The event's payload is missing and no event says that it was disposed of.",
  },
  tailCut: { de: 'Das Ende der Kette fehlt.', en: 'The end of the chain is missing.' },
  headDiffers: { de: 'Der Kopf der Kette passt nicht zu ihr.', en: 'The head of the chain does not belong to it.' },
  sealedEventMissing: { de: 'Ein besiegeltes Ereignis fehlt.', en: 'A sealed event is missing.' },
  sealedEventDiffers: {
    de: 'Ein besiegeltes Ereignis ist nicht mehr das besiegelte.',
    en: 'A sealed event is not the one that was sealed.',
  },
  sealMissing: { de: 'Ein Siegel fehlt.', en: 'A seal is missing.' },
  sealAltered: { de: 'Ein Siegel wurde verändert.', en: 'A seal was changed.' },
  sealChainBroken: {
    de: 'Das Siegel schließt nicht an das vorige an.',
    en: 'The seal does not follow the one before.',
  },
  sealMembersAltered: { de: 'Was das Siegel umfasst, wurde verändert.', en: 'What the seal covers was changed.' },
  sealSignatureWrong: { de: 'Die Unterschrift des Siegels ist falsch.', en: "The seal's signature is wrong." },
  sealKeyUnknown: {
    de: 'Das Siegel trägt die Unterschrift eines unbekannten Schlüssels.',
    en: 'The seal is signed by an unknown key.',
  },
  sealKeyUnannounced: {
    de: 'Das Siegel trägt die Unterschrift eines Schlüssels, den der vorige nicht angekündigt hat.',
    en: 'The seal is signed by a key that the one before has not announced.',
  },
  anchorDiffers: {
    de: 'Das Siegel in der Siegeldatei ist ein anderes.',
    en: 'The seal in the seal file is another one.',
  },
  stateDiffers: {
    de: 'Der Stand der Rechnung ist nicht der, zu dem die Ereignisse führen.',
    en: "The invoice's state is not the one that the events lead to.",
  },
  originalDiffers: {
    de: 'Die Rechnung nennt ein anderes Original als ihr erstes Ereignis.',
    en: 'The invoice names another original than its first event.',
  },
  originalMissing: { de: 'Ein Original fehlt.', en: 'An original is missing.' },
  originalAltered: { de: 'Ein Original wurde ausgetauscht.', en: 'An original was replaced.' },
};
