// Writes the types of the API from the committed OpenAPI document; `vite build`, `tsc` and editors read them.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import openapiTypes, { astToString } from 'openapi-typescript';

const source = new URL('../docs/openapi.json', import.meta.url);
const target = new URL('src/generated/api.d.ts', import.meta.url);

const text = astToString(await openapiTypes(source));
if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
  mkdirSync(new URL('.', target), { recursive: true });
  // Renamed into place: whoever compiles at the same moment reads the old types or the new ones, never a half.
  const draft = new URL(`api.${String(process.pid)}.draft`, target);
  writeFileSync(draft, text);
  renameSync(draft, target);
}
