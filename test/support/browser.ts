import { chromiumProgram } from '../../bench/chromium.js';

export { openBrowser } from '../../bench/chromium.js';

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
