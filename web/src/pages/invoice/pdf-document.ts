import { getDocument, GlobalWorkerOptions, version, type PDFDocumentProxy } from 'pdfjs-dist';
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerAddress;

/** Fonts that PDFs may leave out, and decoders for scans; `pdf-parts.js` puts them there at build time. */
const parts = `${import.meta.env.BASE_URL}assets/pdf-${version}/`;

/** Larger pictures are left out: a page of A4 at 600 dpi has 35 million points. */
const LARGEST_PICTURE_POINTS = 60_000_000;

export interface OpenedPdf {
  readonly document: Promise<PDFDocumentProxy>;
  readonly close: () => void;
}

/** Opens a PDF in a worker. Scripts in it are never run, forms are never filled, and nothing is compiled at run time. */
export function openPdf(bytes: ArrayBuffer): OpenedPdf {
  const task = getDocument({
    data: bytes.slice(0), // the worker takes the bytes away
    standardFontDataUrl: parts,
    wasmUrl: parts,
    useWasm: false,
    enableXfa: false,
    maxImageSize: LARGEST_PICTURE_POINTS,
    verbosity: 0,
  });
  return { document: task.promise, close: () => void task.destroy() };
}
