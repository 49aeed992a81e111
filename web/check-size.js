// What a browser loads before a page can be used: its entry, the page's own chunk and what both import statically.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT_BYTES = 150_000;
const PAGES = {
  counter: ['src/pages/counter/counter-page.tsx'],
  queue: ['src/frame/desk-frame.tsx', 'src/pages/queue/queue-page.tsx'],
  'sign-in': ['src/pages/sign-in/sign-in-page.tsx'],
};

const built = new URL('../dist/web/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('manifest.json', built), 'utf8'));

const loaded = (key, seen = new Set()) => {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const used of manifest[key]?.imports ?? []) loaded(used, seen);
  return seen;
};
const gzipped = (file) => gzipSync(readFileSync(new URL(file, built)), { level: 9 }).length;
const sum = (files) => [...new Set(files)].reduce((bytes, file) => bytes + gzipped(file), 0);

for (const [page, sources] of Object.entries(PAGES)) {
  const lost = sources.filter((source) => !manifest[source]);
  if (lost.length > 0) throw new Error(`No chunk of its own, to be loaded by its route: ${lost.join(', ')}`);
  const chunks = ['index.html', ...sources].flatMap((key) => [...loaded(key)]).map((key) => manifest[key]);
  const scripts = sum(chunks.map(({ file }) => file));
  const styles = sum(chunks.flatMap(({ css }) => css ?? []));
  console.log(`first load of ${page}: ${kB(scripts)} JavaScript, ${kB(styles)} CSS (gzipped)`);
  if (scripts > LIMIT_BYTES) fail(`The first load of ${page} is above ${kB(LIMIT_BYTES)} of JavaScript.`);
  if (chunks.some(({ file }) => /pdf/.test(file))) fail(`The first load of ${page} holds the PDF viewer.`);
}

function kB(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function fail(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}
