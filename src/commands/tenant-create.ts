import { pipelineRefusals } from '../pipeline/outcome.js';
import { CreateTenant, type CreatedTenant, type NewAdministrator, type NewTenant } from '../pipeline/create-tenant.js';
import { exitCodes, understood, UsageError, type Command, type Language } from './command.js';
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

type Sentences = Readonly<Record<'slug' | 'name' | 'two' | 'administrator' | 'distinct', string>>;

const sentences: Readonly<Record<Language, Sentences>> = {
  de: {
    slug: '--slug fehlt oder hat nicht die Form: 2 bis 63 Zeichen aus a-z, 0-9 und -, am Anfang kein -.',
    name: '--name fehlt oder ist länger als 200 Zeichen.',
    two: 'Gebraucht werden genau zwei Administratoren (zweimal --admin): Rechte ändern immer zwei Personen.',
    administrator: '--admin hat nicht die Form LOGIN:NAME, wie in --admin "moll:Martin Moll".',
    distinct: 'Beide Administratoren haben denselben Login; gebraucht werden zwei verschiedene.',
  },
  en: {
    slug: '--slug is missing or not of this form: 2 to 63 characters of a-z, 0-9 and -, with no - in front.',
    name: '--name is missing or longer than 200 characters.',
    two: 'Exactly two administrators are needed (--admin twice): it always takes two persons to change rights.',
    administrator: '--admin is not of the form LOGIN:NAME, as in --admin "moll:Martin Moll".',
    distinct: 'Both administrators have the same login; expected two different ones.',
  },
};

/** `eingang tenant create`. Exit codes: 0 created; 1 the slug is taken; 2 not understood; 3 not possible; 78 a bad setting. */
export const tenantCreate: Command = {
  usage,
  run(words, context) {
    const { wanted, json } = parseWishes(words, sentences[context.language]);
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

interface Wishes {
  readonly wanted: NewTenant;
  readonly json: boolean;
}

/** @throws UsageError that names everything that is wrong. */
function parseWishes(words: readonly string[], say: Sentences): Wishes {
  const { slug = '', name = '', admin = [], json } = parseWords(words);
  const [first, second, ...more] = admin.map(administratorOf);
  const named = name.trim() !== '' && name.length <= 200;
  const problems = [
    /^[a-z0-9][a-z0-9-]{1,62}$/.test(slug) ? '' : say.slug,
    named ? '' : say.name,
    admin.length === 2 ? '' : say.two,
    first === null || second === null || more.includes(null) ? say.administrator : '',
    first && second && first.login.toLowerCase() === second.login.toLowerCase() ? say.distinct : '',
  ].filter((sentence) => sentence !== '');
  if (!first || !second || problems.length > 0) throw new UsageError(problems.join('\n'));
  return { wanted: { slug, name: name.trim(), administrators: [first, second] }, json };
}

function parseWords(words: readonly string[]) {
  return understood({
    args: [...words],
    options: {
      slug: { type: 'string' },
      name: { type: 'string' },
      admin: { type: 'string', multiple: true },
      json: { type: 'boolean', default: false },
    },
  }).values;
}

function administratorOf(text: string): NewAdministrator | null {
  const [, login, displayName = ''] = /^([^\s:]{1,100}):(.{1,200})$/u.exec(text) ?? [];
  return login === undefined || displayName.trim() === '' ? null : { login, displayName: displayName.trim() };
}

const describe = (created: CreatedTenant, { slug }: NewTenant): string =>
  [
    `${slug}  ${created.tenantId}`,
    ...created.administrators.map(({ login, password }) => `  ${login}  ${password}`),
    '',
  ].join('\n');
