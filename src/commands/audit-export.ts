import { ExportFolder } from '../adapters/export-folder/export-folder.js';
import { ExportAuditLog } from '../pipeline/export-audit-log.js';
import { exitCodes, understood, UsageError, type Command, type Language } from './command.js';
import { withPorts } from './with-ports.js';

const usage: Readonly<Record<Language, string>> = {
  de: [
    'eingang audit export --tenant KURZNAME --out ORDNER [--originals]',
    '  schreibt das Protokoll eines Mandanten mit Siegeln, öffentlichen Schlüsseln und einer Prüfanleitung',
    '  (RECIPE.de.md), der man allein mit üblichen Werkzeugen folgt. --originals legt die Originale dazu.',
  ].join('\n'),
  en: [
    'eingang audit export --tenant SLUG --out FOLDER [--originals]',
    "  writes a tenant's audit log with seals, public keys and a recipe (RECIPE.en.md) that is followed with common",
    '  tools alone. --originals adds the originals.',
  ].join('\n'),
};

const sentences = {
  de: {
    unknown: 'Diesen Mandanten gibt es nicht',
    taken: 'Der Ordner ist nicht leer; ein Export mischt sich mit keinem anderen',
  },
  en: { unknown: 'There is no such tenant', taken: 'The folder is not empty; an export never mixes with another' },
} as const satisfies Record<Language, unknown>;

/** `eingang audit export`. Exit codes: 0 written; 1 no such tenant, or the folder holds something; 2 not understood; 3 not possible; 78 a bad setting. */
export const auditExport: Command = {
  usage,
  run(words, context) {
    const options = {
      tenant: { type: 'string' },
      out: { type: 'string' },
      originals: { type: 'boolean', default: false },
    } as const;
    const { tenant: slug, out, originals } = understood({ args: [...words], options }).values;
    if (slug === undefined || out === undefined) throw new UsageError('--tenant, --out');
    const { unknown, taken } = sentences[context.language];
    return withPorts(context, async ({ lookup, auditReader, ledger, signer, anchor, documents, clock }) => {
      const refuse = (why: string, what: string): number => {
        context.tell(`${why}: ${what}.`);
        return 1;
      };
      const tenant = await lookup.tenantBySlug(slug);
      if (tenant === null) return refuse(unknown, slug);
      const folder = await ExportFolder.open(out);
      if (folder === null) return refuse(taken, out);
      const exporter = new ExportAuditLog(auditReader, ledger, signer, anchor, documents, clock);
      const found = await exporter.export(tenant.id, folder, originals);
      await context.print(`${JSON.stringify({ folder: out, ...found })}\n`);
      return exitCodes.done;
    });
  },
};
