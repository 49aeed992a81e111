import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/** The form of every error (RFC 9457), for the contract's components. */
export const problemComponent = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', description: 'Stable: urn:eingang:problem:CODE' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'A sentence in the language of Accept-Language (de or en)' },
  },
  additionalProperties: true,
};

const AnswersProblems = () =>
  ApiResponse({
    status: 'default',
    description: 'A problem (RFC 9457)',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });

/** Documents what a route answers, and that everything else is a problem. */
export const Answers = (status: number, description: string, schema?: z.ZodType) =>
  applyDecorators(
    ApiResponse({ status, description, ...(schema === undefined ? {} : { standardSchema: schema }) }),
    AnswersProblems(),
  );

/** Documents a route that answers bytes. */
export const AnswersBytes = (description: string) =>
  applyDecorators(
    ApiResponse({
      status: 200,
      description,
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    }),
    AnswersProblems(),
  );

/** Documents the header that makes a call repeatable. */
export const Repeatable = () =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description:
      '1 to 200 visible ASCII characters, new for each new call. A repeat under the same key within 7 days changes nothing and gets the same answer.',
  });
