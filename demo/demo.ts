import { tellWhyNot } from '../src/modules/run-service.js';
import { startEingang } from '../src/modules/start-eingang.js';
import { withInstallation } from '../src/modules/with-installation.js';
import { townDay } from '../src/pipeline/town-day.js';
import { loadConfig, readEnvironment, type Config } from '../src/config.js';
import { recall } from './demo-memory.js';
import { daysFor } from './days.js';
import { firstStart } from './first-start.js';
import { forget } from './forget.js';
import { laterStart } from './later-start.js';
import { townAddress } from './mail/mail-lines.js';
import { PostOffice } from './mail/post-office.js';
import type { Shown } from './show.js';
import { whereToLook } from './where-to-look.js';

/** Connections of the demonstration itself, beside the service's. */
const poolSize = 4;

const tell = (sentence: string): void => console.log(sentence);

const once = process.argv.includes('--once');

/** 128 and the number of SIGINT, as shells have it. */
const interrupted = 130;

/** A second signal finds no listener and ends the process at once. */
const stop = new AbortController();
const stopped = new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve()));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

/** The mail servers first, because the service must know where its answers leave by. */
async function withPostOffice(): Promise<number> {
  const environment = { EINGANG_LOG_LEVEL: 'warn', ...readEnvironment() };
  const { dataFolder } = loadConfig(environment);
  tell(`Eingang is starting; data lie in ${dataFolder}`);
  const post = await PostOffice.open(dataFolder);
  try {
    const outgoing = {
      SMTP_URL: `smtp://127.0.0.1:${post.lines.smtp}?encryption=none`,
      EINGANG_MAIL_FROM: townAddress,
    };
    return await demonstrate(loadConfig({ ...environment, ...outgoing }), post);
  } finally {
    await post.close();
  }
}

async function demonstrate(config: Config, post: PostOffice): Promise<number> {
  const { dataFolder } = config;
  const service = await startEingang(config);
  try {
    const memory = await recall(dataFolder);
    const startAnew =
      '"npm run demo -- --forget" removes it; then start again (or set EINGANG_DATA to another folder).';
    if (memory && !memory.finished) {
      tell(`This data folder holds a demonstration that was interrupted. ${startAnew}`);
      return 1;
    }
    const shown = await untilStopped(() =>
      withInstallation(config, poolSize, (ports) => {
        const days = daysFor(townDay(ports.clock.now()));
        const stage = { dataFolder, url: service.url, ports, post, days, stop: stop.signal, tell };
        return memory ? laterStart(stage, memory) : firstStart(stage);
      }),
    );
    if (shown === null) {
      tell(memory ? 'Stopped.' : `Stopped in the middle of the first set-up. ${startAnew}`);
      return interrupted;
    }
    if (!once) {
      tell(whereToLook(service.url, post.lines, shown.keys));
      await stopped;
    }
    return shown.right ? 0 : 1;
  } finally {
    await service.close();
  }
}

/** What was shown, or null as soon as somebody wants the demonstration to end; what is under way then comes to nothing. */
async function untilStopped(show: () => Promise<Shown>): Promise<Shown | null> {
  return stop.signal.aborted ? null : Promise.race([show(), stopped.then(() => null)]);
}

try {
  process.exitCode = process.argv.includes('--forget') ? await forget(tell) : await withPostOffice();
} catch (error) {
  process.exitCode = tellWhyNot(error, (sentence) => console.error(sentence));
}
