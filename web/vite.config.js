import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { onlyUsedKernRules } from './kern-css.js';
import { pdfParts } from './pdf-parts.js';

// What every page needs, in two files and not in twenty: they are smaller so, and the libraries' one outlives releases.
const everyPage = [
  {
    name: 'libraries',
    test: /node_modules[\\/](react|react-dom|scheduler|use-sync-external-store|openapi-fetch|@tanstack[\\/](?!(react-)?table)[\w-]+)[\\/]/,
  },
  {
    name: 'parts',
    test: /src[\\/](api|browser|format|words|components[\\/](badge|button|component\.words|empty-panel|field-frame|icon|load-more|notice|problem-panel|select-field|skeleton|state-kind|text-field|toasts)\.)/,
  },
];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), pdfParts()],
  css: {
    transformer: 'lightningcss',
    lightningcss: { visitor: onlyUsedKernRules(fileURLToPath(new URL('src', import.meta.url))) },
  },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsInlineLimit: 0, // fonts and pictures are files: the policy of the service allows no data: addresses for them
    cssMinify: 'lightningcss',
    target: ['chrome111', 'firefox113', 'safari16.4'],
    rolldownOptions: { output: { codeSplitting: { groups: everyPage } } },
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1', port: 8381, proxy: { '/api': 'http://127.0.0.1:8380' } },
});
