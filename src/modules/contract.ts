import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { openApiDocument } from '../api/open-api.js';
import { ApiModule } from './api.module.js';
import { PortsModule } from './ports.module.js';
import { WatchModule } from './watch.module.js';

/** The controllers alone, to be looked at and never to be called. */
@Module({ imports: [PortsModule.unopened(), WatchModule, ApiModule] })
class ContractModule {}

/** The contract of HTTP, without a database: nothing is instantiated. */
export async function contract(): Promise<OpenAPIObject> {
  const app = await NestFactory.create(ContractModule, { preview: true, abortOnError: false, logger: false });
  const document = openApiDocument(app);
  await app.close();
  return document;
}
