import { exitCodes, type Command } from './command.js';

/** `eingang openapi`: prints the contract of HTTP (OpenAPI 3.0, JSON). Exit code: 0. */
export const openapi: Command = {
  async run(_words, { print }) {
    const { contract } = await import('../modules/contract.js');
    await print(`${JSON.stringify(await contract(), null, 2)}\n`);
    return exitCodes.done;
  },
};
