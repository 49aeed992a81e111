import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '../domain/audit/chain.js';
import type { KnownKey } from '../pipeline/find-api-key.js';
import type { Session } from '../pipeline/sign-in.js';
import { Problem } from './problem.js';

/** A signed-in person, with the session's secret. */
export interface PersonCaller extends Session {
  readonly kind: 'person';
  readonly token: string;
}

/** A program with an API key. */
export interface KeyCaller extends KnownKey {
  readonly kind: 'apiKey';
}

export type Caller = PersonCaller | KeyCaller;

const callers = new WeakMap<Request, Caller>();

/** Notes who calls; for the guard alone. */
export const noteCaller = (request: Request, caller: Caller): void => void callers.set(request, caller);

const callerOf = (context: ExecutionContext): Caller => {
  const caller = callers.get(context.switchToHttp().getRequest<Request>());
  if (caller === undefined) throw Problem.atTheDoor('notSignedIn');
  return caller;
};

/** Whoever calls. */
export const CalledBy = createParamDecorator((_: unknown, context: ExecutionContext): Caller => callerOf(context));

/** The signed-in person who calls. */
export const CalledByPerson = createParamDecorator((_: unknown, context: ExecutionContext): PersonCaller => {
  const caller = callerOf(context);
  if (caller.kind !== 'person') throw Problem.atTheDoor('peopleOnly');
  return caller;
});

/** The API key that calls. */
export const CalledByKey = createParamDecorator((_: unknown, context: ExecutionContext): KeyCaller => {
  const caller = callerOf(context);
  if (caller.kind !== 'apiKey') throw Problem.atTheDoor('keysOnly');
  return caller;
});

/** Who is on record for what the caller does. */
export const actorOf = (caller: Caller): Actor =>
  caller.kind === 'person' ? { kind: 'person', id: caller.personId } : { kind: 'apiKey', id: caller.id };

/** Whose idempotency keys these are. */
export const keyOwner = (caller: Caller): string =>
  caller.kind === 'person' ? `person:${caller.personId}` : `apiKey:${caller.id}`;
