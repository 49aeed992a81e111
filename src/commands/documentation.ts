import { IssueDocumentation } from '../pipeline/issue-documentation.js';
import { exitCodes, understood, UsageError, type Command, type Language } from './command.js';
import { withPorts } from './with-ports.js';

const usage: Readonly<Record<Language, string>> = {
  de: [
    'eingang documentation --tenant KURZNAME [--processing] [--html]',
    '  gibt die Verfahrensdokumentation eines Mandanten aus, wie sie heute zu erteilen wäre, mit den Änderungen',
    '  gegenüber der letzten Fassung; als Markdown, mit --html als Seite. --processing: das Verzeichnis von',
    '  Verarbeitungstätigkeiten. Erteilt wird eine Fassung auf der Seite der Verwaltung, durch eine Person.',
  ].join('\n'),
  en: [
    'eingang documentation --tenant SLUG [--processing] [--html]',
    "  prints a tenant's documentation of the procedure (GoBD, in German) as it would be issued today, with what has",
    '  changed since the last version; in Markdown, with --html as a page. --processing: the record of processing',
    '  activities. A version is issued by a person, on the page of administration.',
  ].join('\n'),
};

const unknown: Readonly<Record<Language, string>> = {
  de: 'Diesen Mandanten gibt es nicht',
  en: 'There is no such tenant',
};

/** `eingang documentation`. Exit codes: 0 printed; 1 no such tenant; 2 not understood; 3 not possible; 78 a bad setting. */
export const documentation: Command = {
  usage,
  run(words, context) {
    const options = {
      tenant: { type: 'string' },
      processing: { type: 'boolean', default: false },
      html: { type: 'boolean', default: false },
    } as const;
    const { tenant: slug, processing, html } = understood({ args: [...words], options }).values;
    if (slug === undefined) throw new UsageError('--tenant');
    return withPorts(context, async ({ lookup, door, clock, ids, signer, installation }) => {
      const tenant = await lookup.tenantBySlug(slug);
      if (tenant === null) {
        context.tell(`${unknown[context.language]}: ${slug}.`);
        return 1;
      }
      const issuing = new IssueDocumentation(door, clock, ids, signer, installation);
      const draft = await issuing.draftFor(tenant.id, processing ? 'processing' : 'procedure');
      await context.print(html ? draft.html : draft.markdown);
      return exitCodes.done;
    });
  },
};
