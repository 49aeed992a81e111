import { fileURLToPath } from 'node:url';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { pino, type Logger } from 'pino';
import { BullmqWakeQueue } from '../adapters/bullmq/bullmq-wake-queue.js';
import { postgresWakeBackend, redisWakeBackend } from '../adapters/bullmq/wake-backends.js';
import { ReaderPool } from '../adapters/reader-process/reader-pool.js';
import { ReaderPoolDismantler } from '../adapters/reader-process/reader-pool-dismantler.js';
import { ReaderPoolOpener } from '../adapters/reader-process/reader-pool-opener.js';
import { ApiSettings } from '../api/api-settings.js';
import { furnishHttpDoor } from '../api/http-door.js';
import { Metrics } from '../api/metrics.js';
import { serveDocumentation } from '../api/open-api.js';
import { webPages } from '../api/web-pages.js';
import type { Config } from '../config.js';
import { limitsFor } from '../pipeline/limits.js';
import { lanesFor } from '../worker/lane.js';
import { Worker } from '../worker/worker.js';
import { openInstallation } from './installation.js';
import { openPorts } from './open-ports.js';
import type { ServicePorts } from './ports.module.js';
import { ServiceModule } from './service.module.js';
import { witnessOf } from './witness.js';

/** A running service. */
export interface RunningEingang {
  /** Where it answers, without a slash at the end. */
  readonly url: string;
  /** Stops in order: no new requests, running work ends, queue, readers, database. Called again, it waits for the same end. */
  close(): Promise<void>;
}

export interface StartOptions {
  /** The compiled reader program; by default the one beside this file. */
  readonly readerEntry?: string;
  /** The built web pages; by default those that lie beside the compiled program. */
  readonly webFolder?: string;
}

/** Connections to the database: a dozen requests at once, and the worker's. */
const poolSize = 20;

/** How long a running request may take to end once the service has been told to stop. */
const requestGraceMs = 15_000;

/** Readers for strangers' checks, beside those of the work; how many files may wait for one, each held in memory. */
const checkReaders = { size: 1, waiting: 4 } as const;

/** Readers that open for people what was judged before; nobody waits for them behind the work. */
const openingReaders = { size: 1, waiting: 16 } as const;

/** Starts the service in its role. @throws Error with a sentence that says what to mend. */
export async function startEingang(config: Config, options: StartOptions = {}): Promise<RunningEingang> {
  const log = pino({ level: config.log.level });
  const closers: (() => Promise<unknown>)[] = [];
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= closeInReverse(closers, log));
  try {
    const url = await open(config, options, log, closers);
    for (const warning of config.warnings) log.warn(warning);
    return { url, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Each thing that is opened leaves behind how it is closed; they are closed in the opposite order. */
async function open(
  config: Config,
  options: StartOptions,
  log: Logger,
  closers: (() => Promise<unknown>)[],
): Promise<string> {
  const installation = await openInstallation(config);
  closers.push(() => installation.close());
  const { ports, close } = await openPorts(config, installation.appUrl, poolSize);
  closers.push(close);
  const entry = options.readerEntry ?? fileURLToPath(new URL('../reader.js', import.meta.url));
  const examiner = new ReaderPool({ entry, size: config.limits.readers });
  closers.push(() => examiner.close());
  const checkExaminer = new ReaderPool({ entry, size: checkReaders.size, limits: { waiting: checkReaders.waiting } });
  closers.push(() => checkExaminer.close());
  const { size, waiting } = openingReaders;
  const openers = new ReaderPool({ entry, size, limits: { waiting } });
  closers.push(() => openers.close());
  const opener = new ReaderPoolOpener(openers);
  const dismantler = new ReaderPoolDismantler(examiner);
  const queue = new BullmqWakeQueue(backendOf(config, installation.appUrl), (what, cause) => log.warn({ cause }, what));
  const { publicUrl, trustedProxies } = config.http;
  const settings = new ApiSettings(publicUrl, limitsFor(config.limits.fileBytes / 1024 / 1024), trustedProxies);
  const webFolder = options.webFolder ?? fileURLToPath(new URL('../../web', import.meta.url));
  const made = { ...ports, examiner, checkExaminer, opener, dismantler, queue, settings };
  const app = await createApp(config, made, log, webFolder);
  const worker = config.role === 'api' ? null : app.get(Worker, { strict: false });
  closers.push(async () => worker?.sealLast());
  closers.push(() => queue.close());
  closers.push(async () => worker?.stop());
  closers.push(() => closeHttp(app));
  await listen(app, config.http);
  const url = (await app.getUrl()).replace(/\/+$/, '');
  settings.publicUrl ||= url;
  await worker?.start();
  log.info({ role: config.role, url }, 'Eingang is ready');
  return url;
}

/** Why a port cannot be listened on, by the operating system's code. */
const portProblems: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken by another program; end that one, or name another port in EINGANG_PORT',
  EACCES: 'may not be listened on by this user; name a port above 1023 in EINGANG_PORT',
  EADDRNOTAVAIL: 'is no address of this machine; name one of its own in EINGANG_HOST',
};

async function listen(app: NestExpressApplication, { host, port }: Config['http']): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const problem = portProblems[code];
    throw problem === undefined ? error : new Error(`${host}:${port} ${problem}.`, { cause: error });
  }
}

async function createApp(
  config: Config,
  ports: ServicePorts,
  log: Logger,
  webFolder: string,
): Promise<NestExpressApplication> {
  const witness = witnessOf(log, () => app.get(Metrics));
  const lanes = lanesFor(config.limits.readers);
  const parts = { role: config.role, ports, log, witness, lanes };
  const app: NestExpressApplication = await NestFactory.create<NestExpressApplication>(ServiceModule.of(parts), {
    bodyParser: false,
    abortOnError: false,
    logger: nestLogger(log),
  });
  furnishHttpDoor(app, ports.settings, log);
  if (config.role === 'worker') return app;
  app.use(await webPages(webFolder));
  serveDocumentation(app);
  return app;
}

/** What Nest has to say of itself is told only where something is wrong. A port that is not free, `listen` tells. */
const nestLogger = (log: Logger): LoggerService => ({
  log: () => undefined,
  warn: (message: unknown) => log.warn({ message: String(message) }, 'Nest warns'),
  error: (message: unknown) => {
    const [line = ''] = String(message).split('\n');
    if (!line.startsWith('Error: listen ')) log.error({ message: line }, 'Nest reports an error');
  },
});

/** Running requests may end; one that does not is cut off, so that an idle upload cannot keep the service from stopping. */
async function closeHttp(app: NestExpressApplication): Promise<void> {
  const cut = setTimeout(() => app.getHttpServer().closeAllConnections(), requestGraceMs);
  await app.close().finally(() => clearTimeout(cut));
}

const backendOf = ({ queue }: Config, appUrl: string) =>
  queue.kind === 'redis' ? redisWakeBackend(queue.url) : postgresWakeBackend(appUrl);

/** What cannot be closed does not keep the rest open. */
async function closeInReverse(closers: readonly (() => Promise<unknown>)[], log: Logger): Promise<void> {
  for (const closer of [...closers].reverse()) {
    try {
      await closer();
    } catch (error) {
      log.error(
        { error: error instanceof Error ? error.name : typeof error },
        'a part of the service was not closed in order',
      );
    }
  }
}
