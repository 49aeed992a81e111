import type { OpenAPIObject } from '@nestjs/swagger';
import { accessTo, type Access, type OpenDoor } from '../domain/access/permissions.table.js';
import { ROLES } from '../domain/approval/roles.js';

type Paths = OpenAPIObject['paths'];
type Operation = NonNullable<Paths[string]['get']>;

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** Every operation with what the table of permissions says of it: what signs in, and which roles and scopes open it. */
export function withAccess(paths: Paths): Paths {
  const told = (item: Paths[string]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [[method, operationWithAccess(operation)]];
    });
  return Object.fromEntries(
    Object.entries(paths).map(([path, item]) => [path, { ...item, ...Object.fromEntries(told(item)) }]),
  );
}

function operationWithAccess(operation: Operation): Operation {
  const access = accessTo(operation.operationId ?? '');
  const description = [operation.description, sentenceOf(access)].filter((text) => text).join('\n\n');
  if (access?.kind !== 'known') return { ...operation, description };
  const { roles, scopes } = access;
  const people = roles.length === 0 ? [] : [{ session: [], csrf: [] }];
  const keys = scopes.length === 0 ? [] : [{ apiKey: [] }];
  const told = { 'x-roles': roles === 'everyPerson' ? ['*'] : [...roles], 'x-scopes': [...scopes] };
  return { ...operation, description, security: [...people, ...keys], ...told };
}

const OPEN_DOORS: Readonly<Record<OpenDoor, string>> = {
  nothing: 'Open to everybody.',
  counter: "Open to everybody while the tenant's counter is.",
  trackingLink: 'Open to whoever holds the tracking link.',
  notificationLink: 'Open to whoever holds the link of the notification.',
  queryLink: 'Open to whoever holds the link of the query.',
};

function sentenceOf(access: Access | null): string {
  if (access === null) return 'Open to nobody.';
  if (access.kind === 'open') return OPEN_DOORS[access.by];
  const { roles, scopes } = access;
  const named = roles === 'everyPerson' ? 'everybody who is signed in' : roles.map((role) => ROLES[role].en).join(', ');
  const keys = scopes.length === 0 ? [] : [`API keys with the scope ${scopes.join(' or ')}`];
  return `For: ${[...(named === '' ? [] : [named]), ...keys].join('; ')}.`;
}
