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

/** Documents an answer whose form is a component of the contract by name, because it holds itself. */
export const AnswersWithComponent = (status: number, description: string, component: 'Terms') =>
  applyDecorators(
    ApiResponse({
      status,
      description,
      content: { 'application/json': { schema: { $ref: `#/components/schemas/${component}` } } },
    }),
    AnswersProblems(),
  );

const wordingForm = {
  type: 'object',
  required: ['de', 'en'],
  properties: { de: { type: 'string' }, en: { type: 'string' } },
};

/** A term or group of the semantic model, which holds others of its kind. */
export const termComponents = {
  Terms: {
    type: 'object',
    required: ['terms'],
    properties: { terms: { type: 'array', items: { $ref: '#/components/schemas/Term' } } },
  },
  Term: {
    type: 'object',
    required: 'id name kind type shape many cardinality label description parts children'.split(' '),
    properties: {
      id: { type: 'string', description: 'BT-1, BG-23, …; empty for a group that the standard does not have' },
      name: { type: 'string', description: 'The key under which the enclosing group holds it' },
      kind: {
        type: 'string',
        enum: ['term', 'group', 'again'],
        description: '`again`: a list whose items are the enclosing group once more',
      },
      type: { type: ['string', 'null'], description: 'Semantic data type: amount, date, code, …; null for groups' },
      shape: {
        type: ['string', 'null'],
        enum: ['string', 'schemed', 'quantity', 'binary', null],
        description: 'How a value stands in JSON: a string, or an object with `value` (binary: without)',
      },
      many: { type: 'boolean', description: 'Whether the model holds a list of it' },
      cardinality: { type: 'string' },
      label: wordingForm,
      description: { type: 'string' },
      parts: {
        type: 'object',
        additionalProperties: { type: 'string' },
        description: 'Ids of what stands beside the value in its object, by key',
      },
      children: { type: 'array', items: { $ref: '#/components/schemas/Term' } },
    },
  },
};

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

/** Documents a route that answers a page for people. */
export const AnswersPage = (description: string) =>
  applyDecorators(
    ApiResponse({ status: 200, description, content: { 'text/html': { schema: { type: 'string' } } } }),
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
