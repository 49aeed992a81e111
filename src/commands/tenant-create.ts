import { parseArgs } from 'node:util';
import { pipelineRefusals } from '../pipeline/outcome.js';
import { CreateTenant, type CreatedTenant, type NewAdministrator, type NewTenant } from '../pipeline/create-tenant.js';
import { exitCodes, UsageError, type Command, type Language } from './command.js';
import { withPorts } from './with-ports.js';

const usage: Readonly<Record<Language, string>> = {
  de: [
    'eingang tenant create --slug KURZNAME --name NAME --admin LOGIN:NAME --admin LOGIN:NAME [--json]',
    '  legt einen Mandanten mit zwei Administratoren an; die Einmalkennwörter werden genau einmal ausgegeben.',
    '  KURZNAME: 2 bis 63 Zeichen aus a-z, 0-9 und -; er steht in der Adresse /t/KURZNAME.',
  ].join('\n'),
  en: [
    'eingang tenant create --slug SLUG --name NAME --admin LOGIN:NAME --admin LOGIN:NAME [--json]',
    '  creates a tenant with two administrators; the one-time passwords are printed exactly once.',
    '  SLUG: 2 to 63 characters of a-z, 0-9 and -; it stands in the address /t/SLUG.',
  ].join('\n'),
};

/** `eingang tenant create`. Exit codes: 0 created; 1 the slug is taken; 2 not understood; 3 not possible; 78 a bad setting. */
export const tenantCreate: Command = {
  run(words, context) {
    const { wanted, json } = parseWishes(words, usage[context.language]);
    return withPorts(context, async ({ lookup, door, passwords, clock, ids }) => {
      const outcome = await new CreateTenant(lookup, door, passwords, clock, ids).create(wanted);
      if (outcome.kind === 'refused') {
        context.tell(pipelineRefusals.alreadyThere[context.language].replace('{name}', wanted.slug));
        return 1;
      }
      await context.print(json ? `${JSON.stringify(outcome.value)}\n` : describe(outcome.value, wanted));
      return exitCodes.done;
    });
  },
};

function parseWishes(words: readonly string[], help: string): { readonly wanted: NewTenant; readonly json: boolean } {
  const { slug = '', name = '', admin = [], json } = parseWords(words, help);
  const [first, second, ...more] = admin.map((text) => administratorOf(text, help));
  const named = name.trim() !== '' && name.length <= 200;
  const distinct = first?.login.toLowerCase() !== second?.login.toLowerCase();
  if (!first || !second || more.length > 0 || !distinct || !named || !/^[a-z0-9][a-z0-9-]{1,62}$/.test(slug))
    throw new UsageError(help);
  return { wanted: { slug, name: name.trim(), administrators: [first, second] }, json };
}

function parseWords(words: readonly string[], help: string) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        slug: { type: 'string' },
        name: { type: 'string' },
        admin: { type: 'string', multiple: true },
        json: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${help}`);
  }
}

function administratorOf(text: string, help: string): NewAdministrator {
  const [, login, displayName] = /^([^\s:]{1,100}):(.{1,200})$/u.exec(text) ?? [];
  if (login === undefined || displayName === undefined || displayName.trim() === '') throw new UsageError(help);
  return { login, displayName: displayName.trim() };
}

const describe = (created: CreatedTenant, { slug }: NewTenant): string =>
  [
    `${slug}  ${created.tenantId}`,
    ...created.administrators.map(({ login, password }) => `  ${login}  ${password}`),
    '',
  ].join('\n');
