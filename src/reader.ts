import { serveReader } from './adapters/reader-process/serve-reader.js';
import { createFileExaminer } from './adapters/reader-process/examine-file.js';
import { createFileOpener } from './adapters/reader-process/open-file.js';
import { readerOrders } from './adapters/reader-process/reader-orders.js';
import { parseXml } from './adapters/xml/parse-xml.js';
import { sourceLines } from './adapters/xml/source-lines.js';

/**
 * Composition root of the process in which documents are opened (invariant 13). It is started by the pool of readers
 * and by nothing else; it has no environment, no database and no secrets.
 */
const examineFile = createFileExaminer({
  parseXml,
  readPdf: async (bytes) => (await import('./adapters/pdf/read-pdf.js')).readPdf(bytes),
});

const openFile = createFileOpener({
  parseXml,
  sourceLines,
  readPdf: async (bytes) => {
    const { readPdf } = await import('./adapters/pdf/read-pdf.js');
    return readPdf(bytes, undefined, 'everything');
  },
});

await serveReader({ examine: examineFile, open: openFile }, readerOrders(process.argv));
