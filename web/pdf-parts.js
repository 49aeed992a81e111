import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * What the viewer fetches by name while it reads a PDF: fonts that documents may leave out, and decoders for scans in
 * plain JavaScript (the policy of the pages allows no WebAssembly). The folder bears the version, so that it can be kept
 * for good. The viewer without them still shows most documents, as in development.
 */
export function pdfParts() {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const parts = [
    ...filesIn(join(root, 'standard_fonts'), /\.(pfb|ttf)$/),
    ...filesIn(join(root, 'wasm'), /_nowasm_fallback\.js$/),
  ];
  return {
    name: 'pdf-parts',
    apply: 'build',
    generateBundle() {
      for (const { name, path } of parts) {
        this.emitFile({ type: 'asset', fileName: `assets/pdf-${version}/${name}`, source: readFileSync(path) });
      }
    },
  };
}

const filesIn = (folder, wanted) =>
  readdirSync(folder)
    .filter((name) => wanted.test(name))
    .map((name) => ({ name, path: join(folder, name) }));
