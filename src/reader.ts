import { serveReader } from './adapters/reader-process/serve-reader.js';
import { createFileExaminer } from './adapters/reader-process/examine-file.js';
import { createFileOpener } from './adapters/reader-process/open-file.js';
import { readerOrders } from './adapters/reader-process/reader-orders.js';
import { createPartDismantler } from './adapters/reader-process/take-apart.js';
import { parseXml } from './adapters/xml/parse-xml.js';
import { sourceLines } from './adapters/xml/source-lines.js';

/**
 * Composition root of the process in which documents are opened (invariant 13). It is started by the pool of readers
 * and by nothing else; it has no environment, no database and no secrets.
 */
const openers = {
  parseXml,
  readPdf: async (bytes: Uint8Array) => (await import('./adapters/pdf/read-pdf.js')).readPdf(bytes),
};
const examineFile = createFileExaminer(openers);

const takeApart = createPartDismantler({
  ...openers,
  openMail: async (bytes, room) => (await import('./adapters/mail/open-mail.js')).openMail(bytes, room),
  openZip: async (bytes, room) => (await import('./adapters/archive/open-zip.js')).openZip(bytes, room),
});

const openFile = createFileOpener({
  parseXml,
  sourceLines,
  readPdf: async (bytes) => {
    const { readPdf } = await import('./adapters/pdf/read-pdf.js');
    return readPdf(bytes, undefined, 'everything');
  },
});

await serveReader({ examine: examineFile, open: openFile, takeApart }, readerOrders(process.argv));
