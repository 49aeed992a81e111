import { once } from 'node:events';

/** Lets the keeper of the test run's PostgreSQL remove it, and waits for that. */
export default async function stopCluster(): Promise<void> {
  const keeper = globalThis.testClusterKeeper;
  if (keeper === undefined) return;
  keeper.ref(); // otherwise Node would end here, and with 0, whatever the tests have said
  const ended = once(keeper, 'exit');
  keeper.stdin?.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`The PostgreSQL of the tests was not removed cleanly (exit code ${String(code)}).`);
}
