import { ROLES } from '../src/domain/approval/roles.js';
import { mailAccounts, password, townAddress, type MailLines } from './mail/mail-lines.js';
import { aligned } from './outcome-table.js';
import { people, tenant, type Person } from './town.js';

/** What whoever tries the running service needs: pages, logins, mail, keys, and what to try first. */
export function whereToLook(
  url: string,
  lines: MailLines,
  keys: { readonly deliver: string; readonly finance: string },
): string {
  const page = `${url}/t/${tenant.slug}`;
  return [
    '',
    aligned([
      ["The supplier's counter", page, 'send, check without sending, follow; nobody signs in'],
      ['The desk of the staff', `${page}/desk`, `every login below, password ${password}`],
      ['The API', `${url}/api/docs`, ''],
    ]),
    '',
    'No second factor is asked for here: the town has set it to voluntary, so that every login can be tried at once.',
    'A tenant is born with it required of whoever orders or administers.',
    '',
    aligned([['Login', 'Who', 'May', 'Where'], ...people.map(describe)]),
    '',
    'Try first:',
    `  ${page}/desk/clearing as eingang2: release the changed account, confirm what Erika Engel has captured.`,
    `  ${page}/desk as hanna: take an invoice on, code it (key s), confirm it; then as henrik, and order it as amtsleitung.`,
    '',
    ...mailHelp(lines),
    '',
    `Machines show a key. A supplier's: ${keys.deliver}`,
    `               The finance system's: ${keys.finance}`,
    `  curl -H "Authorization: Bearer ${keys.deliver}" -H "Idempotency-Key: try-$(date +%s)" -F file=@test/fixtures/rules/ubl-invoice.xml ${url}/api/v1/deliveries`,
    '',
    'Ctrl+C stops it; the next start finds everything as it is now. "npm run demo -- --forget" removes it with its database.',
  ].join('\n');
}

function mailHelp({ smtp, town, others }: MailLines): readonly string[] {
  const imap = (port: number, { login }: { readonly login: string }) =>
    `127.0.0.1:${port} without TLS, login ${login}, password ${password}`;
  return [
    'A mail with an invoice, and the answer to it:',
    '  npm run demo:mail -- test/fixtures/rules/ubl-invoice.xml',
    aligned([
      ['  With a mail program: SMTP', `127.0.0.1:${smtp} without TLS and login; write to ${townAddress}`],
      ["  The town's mailbox, IMAP", imap(town, mailAccounts.town)],
      ["  Everybody else's, IMAP", imap(others, mailAccounts.others)],
    ]),
  ];
}

function describe({ login, name, grants }: Person): readonly string[] {
  const roles = [...new Set(grants.map(({ role }) => ROLES[role].en))].join(', ');
  const limit = grants.find(({ limitEuro }) => limitEuro !== null)?.limitEuro ?? null;
  const departments = [...new Set(grants.map(({ department }) => department ?? 'the whole town'))];
  return [login, name, limit === null ? roles : `${roles} up to ${limit} EUR`, departments.join(', ')];
}
