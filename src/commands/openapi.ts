import { exitCodes, understood, type Command } from './command.js';

/** `eingang openapi`: prints the contract of HTTP (OpenAPI 3.0, JSON). Exit codes: 0 printed; 2 not understood. */
export const openapi: Command = {
  usage: {
    de: 'eingang openapi\n  gibt die Beschreibung der HTTP-Schnittstelle aus (OpenAPI 3.0, JSON).',
    en: 'eingang openapi\n  prints the contract of the HTTP interface (OpenAPI 3.0, JSON).',
  },
  async run(words, { print }) {
    understood({ args: [...words] });
    const { contract } = await import('../modules/contract.js');
    await print(`${JSON.stringify(await contract(), null, 2)}\n`);
    return exitCodes.done;
  },
};
