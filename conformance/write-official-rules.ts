import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { officialRulesTable } from './official-rules.js';

/** `node dist/conformance/write-official-rules.js LIST`: writes the table of official rule ids anew. */
const [list] = process.argv.slice(2);
if (list === undefined) throw new Error('Say which list of official rules (rules.tsv) to read.');

// Compiled into dist/conformance, two folders below the checkout.
const table = fileURLToPath(new URL('../../src/domain/rules/official-rules.table.ts', import.meta.url));
writeFileSync(table, officialRulesTable(readFileSync(resolve(list), 'utf8')));
console.log(`written: ${table}`);
