import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * A compiled file of this project: child processes cannot start from TypeScript. `npm test` builds into dist first;
 * EINGANG_TEST_BUILD names another folder of the checkout.
 * @throws Error if it is not there, because a test that has nothing to start must not pass.
 */
export function builtProgram(path: string): string {
  const folder = process.env['EINGANG_TEST_BUILD'] ?? 'dist';
  const file = fileURLToPath(new URL(`../../${folder}/${path}`, import.meta.url));
  if (!existsSync(file)) throw new Error(`${file} is not there. Run "npm run build" first.`);
  return file;
}
