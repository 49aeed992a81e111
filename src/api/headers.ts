import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request } from 'express';
import { Problem } from './problem.js';
import { uuid } from './pages.js';

const requestOf = (context: ExecutionContext): Request => context.switchToHttp().getRequest<Request>();

/** The Idempotency-Key header: each changing call brings one. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const key = requestOf(context).get('idempotency-key')?.trim() ?? '';
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw Problem.atTheDoor('idempotencyKeyMissing');
  return key;
});

/** The version in the If-Match header: the one the caller has seen. */
export const SeenVersion = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = requestOf(context).get('if-match')?.trim();
  if (header === undefined || header === '') throw Problem.atTheDoor('ifMatchMissing');
  // A proxy that compresses makes the tag a weak one; the version in it is as exact as before.
  const [, version] = /^(?:W\/)?"(\d{1,9})"$/.exec(header) ?? [];
  if (version === undefined) throw Problem.atTheDoor('ifMatchInvalid');
  return Number(version);
});

/** The strong entity tag of a version (RFC 9110, 8.8.3). */
export const etagOf = (version: number): string => `"${String(version)}"`;

/** The On-Behalf-Of header: for whom the person acts in Vertretung; undefined: in their own name. */
export const OnBehalfOf = createParamDecorator((_: unknown, context: ExecutionContext): string | undefined => {
  const id = requestOf(context).get('on-behalf-of')?.trim();
  if (id === undefined || id === '') return undefined;
  const read = uuid.safeParse(id);
  if (!read.success) throw Problem.atTheDoor('onBehalfOfInvalid');
  return read.data;
});

/** Says that a route takes On-Behalf-Of. */
export const TakesOnBehalfOf = (): MethodDecorator =>
  ApiHeader({
    name: 'On-Behalf-Of',
    required: false,
    description: 'Id of the person for whom you act as a deputy (in Vertretung)',
  });
