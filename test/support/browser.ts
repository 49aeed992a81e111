import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where distributions put it; EINGANG_TEST_CHROMIUM names another program. */
const programs = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const chromiumProgram = (): string | null =>
  [process.env['EINGANG_TEST_CHROMIUM'] ?? '', ...programs].find((path) => path !== '' && existsSync(path)) ?? null;

/**
 * Whether a Chromium is installed. With CI=true it must be, so that the journeys are not skipped unnoticed there;
 * elsewhere the omission is announced: `(chromiumIsInstalled() ? describe : describe.skip)(…)`.
 */
export function chromiumIsInstalled(): boolean {
  if (chromiumProgram() !== null) return true;
  if (process.env['CI'] === 'true') throw new Error('chromium is not installed, and with CI=true it must be.');
  process.stderr.write('SKIPPED: chromium is not installed, so no page is tried in a browser.\n');
  return false;
}

/** A browser of its own with an empty profile; it asks nobody but the service, and its sandbox needs rights that root lacks. */
export function openBrowser(): Promise<Browser> {
  const executablePath = chromiumProgram();
  if (executablePath === null) throw new Error('chromium is not installed.');
  const quiet = ['--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', ...quiet],
  });
}
