import { people, tenant, type Person } from './town.js';

/** What whoever tries the running service needs: addresses, logins, keys, and a call to begin with. */
export function whereToLook(
  url: string,
  password: string,
  keys: { readonly deliver: string; readonly finance: string },
) {
  return [
    '',
    `Eingang answers at ${url}; its API is described at ${url}/api/docs`,
    `Sign in (POST ${url}/api/v1/session) with tenant "${tenant.slug}", password "${password}" and one of these logins:`,
    ...people.map(describe),
    `Machines show a key. A supplier's: ${keys.deliver}`,
    `               The finance system's: ${keys.finance}`,
    'Upload an invoice:',
    `  curl -H "Authorization: Bearer ${keys.deliver}" -H "Idempotency-Key: try-$(date +%s)" -F file=@test/fixtures/rules/ubl-invoice.xml ${url}/api/v1/deliveries`,
    'Ctrl+C stops it; the next start finds everything as it is now.',
  ].join('\n');
}

function describe({ login, name, grants }: Person): string {
  const roles = [...new Set(grants.map(({ role }) => role))].join(', ');
  const departments = [...new Set(grants.map(({ department }) => department ?? 'the whole town'))].join(', ');
  return `  ${login.padEnd(14)} ${name.padEnd(16)} ${roles} in ${departments}`;
}
