import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { accessTo, type Access } from '../domain/access/permissions.table.js';
import { ROLES, type Role } from '../domain/approval/roles.js';
import { FindApiKey } from '../pipeline/find-api-key.js';
import { FindRoles } from '../pipeline/find-roles.js';
import { SignIn } from '../pipeline/sign-in.js';
import { ApiSettings } from './api-settings.js';
import { noteCaller, type Caller, type KeyCaller, type PersonCaller } from './caller.js';
import { cookieOf } from './cookies.js';
import { operationIdOf } from './operation-id.js';
import { Problem } from './problem.js';

/**
 * Finds out who calls, and whether the table of permissions opens the route to them, before a controller sees anything of
 * the request. Files have not been read by then; JSON has, up to its bound (`body-door.ts`).
 */
@Injectable()
export class CallerGuard implements CanActivate {
  constructor(
    private readonly signIn: SignIn,
    private readonly roles: FindRoles,
    private readonly apiKeys: FindApiKey,
    private readonly settings: ApiSettings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = accessTo(operationIdOf(context.getClass().name, context.getHandler().name));
    if (access?.kind === 'open') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const caller = (await this.key(request)) ?? (await this.person(request));
    if (access === null || caller === null) throw Problem.atTheDoor('notSignedIn');
    if (caller.kind === 'person') await this.admitPerson(access, caller, request);
    else admitKey(access, caller);
    noteCaller(request, caller);
    return true;
  }

  private async admitPerson(access: KnownAccess, person: PersonCaller, request: Request): Promise<void> {
    if (access.roles.length === 0) throw Problem.atTheDoor('keysOnly');
    const changes = request.method !== 'GET' && request.method !== 'HEAD';
    if (changes && !sameText(request.get('x-csrf-token') ?? '', person.csrfToken))
      throw Problem.atTheDoor('csrfTokenWrong');
    if (person.mustChangePassword && !access.beforePasswordChange) throw Problem.atTheDoor('passwordChangeNeeded');
    admitBySecondFactor(access, person);
    if (access.roles === 'everyPerson') return;
    const held = await this.roles.of(person);
    if (!access.roles.some((role) => held.has(role))) throw roleMissing(access.roles);
  }

  private async key(request: Request): Promise<Caller | null> {
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    if (token === undefined || scheme?.toLowerCase() !== 'bearer') return null;
    const key = await this.apiKeys.find(token);
    return key && { ...key, kind: 'apiKey' };
  }

  private async person(request: Request): Promise<Caller | null> {
    // Who shows a key is never taken for the person whose cookie came along.
    if (request.headers.authorization !== undefined) return null;
    const token = cookieOf(request, this.settings.cookieName);
    const session = token === null ? null : await this.signIn.session(token);
    return session && token !== null ? { ...session, kind: 'person', token } : null;
  }
}

type KnownAccess = Extract<Access, { readonly kind: 'known' }>;

/** Who must first choose a password of their own enrols afterwards; who has a factor proves it before anything else. */
function admitBySecondFactor(access: KnownAccess, { secondFactor, mustChangePassword }: PersonCaller): void {
  if (access.beforeSecondFactor) return;
  if (secondFactor === 'asked') throw Problem.atTheDoor('secondFactorNeeded');
  if (secondFactor === 'toEnrol' && !mustChangePassword) throw Problem.atTheDoor('secondFactorToEnrol');
}

function roleMissing(roles: readonly Role[]): Problem {
  const named = (language: 'de' | 'en') => roles.map((role) => ROLES[role][language]).join(', ');
  return Problem.atTheDoor('roleMissing', { de: named('de'), en: named('en') }, { members: { roles } });
}

function admitKey(access: KnownAccess, key: KeyCaller): void {
  if (access.scopes.length === 0) throw Problem.atTheDoor('peopleOnly');
  if (access.scopes.some((scope) => key.scopes.includes(scope))) return;
  throw Problem.atTheDoor('scopeMissing', { scopes: access.scopes.join(', ') });
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** In constant time, whatever the lengths. */
const sameText = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
