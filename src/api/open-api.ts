import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { withAccess } from './access-in-contract.js';
import { problemComponent, termComponents } from './answers.js';
import { operationIdOf } from './operation-id.js';

/** The contract of HTTP as the program itself knows it. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const description = [
    'Central inbox for e-invoices of a German public authority.',
    'Errors are application/problem+json with a stable `type`; sentences come in German or English by Accept-Language.',
    'Amounts are decimal strings, days YYYY-MM-DD, moments ISO 8601 in UTC.',
    'Every call that changes something takes an Idempotency-Key; decisions also take If-Match. Signing in, signing out and',
    'changing the password take none.',
  ].join(' ');
  const base = new DocumentBuilder()
    .setTitle('Eingang')
    .setDescription(description)
    .setVersion('1')
    .addCookieAuth('eingang', { type: 'apiKey', in: 'cookie' }, 'session')
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-CSRF-Token' }, 'csrf')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'eing_…' }, 'apiKey')
    .build();
  const document = SwaggerModule.createDocument(app, base, {
    operationIdFactory: operationIdOf,
    autoTagControllers: false,
  });
  const schemas = { ...document.components?.schemas, Problem: problemComponent, ...termComponents };
  return { ...document, paths: withAccess(document.paths), components: { ...document.components, schemas } };
}

/** The readable form under /api/docs; every file of it comes from this program. */
export function serveDocumentation(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'Eingang: API',
  });
}
