import { createRequire } from 'node:module';
import { boundParsing } from './bounded-parsing.js';

/**
 * pdf-lib by its CommonJS side: as ES modules it is some hundred small files, which take twice as long to load
 * (0.4 s instead of 0.2 s), and a command line that checks one PDF waits for it.
 */
const pdfLib = createRequire(import.meta.url)('@cantoo/pdf-lib') as typeof import('@cantoo/pdf-lib');

boundParsing(pdfLib.PDFParser.forBytesWithOptions(new Uint8Array(1)) as unknown as Parameters<typeof boundParsing>[0]);

export const {
  decodePDFRawStream,
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFStream,
  PDFString,
} = pdfLib;
