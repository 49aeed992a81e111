import { useQuery } from '@tanstack/react-query';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { useWords } from '../../words/words.js';
import { fileBytesQuery, type InvoiceFile } from './invoice-queries.js';
import { paperWords } from './paper.words.js';
import { openPdf } from './pdf-document.js';
import { PdfPage } from './pdf-page.js';

const STEP = 1.25;
const SMALLEST = 0.5;
const LARGEST = 4;

/** A PDF, page below page; each is drawn when it comes near the window. */
export function PdfView({ id, file }: { readonly id: string; readonly file: InvoiceFile }) {
  const say = useWords(paperWords);
  const bytes = useQuery(fileBytesQuery(id, file.id));
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    if (!bytes.data) return;
    const opened = openPdf(bytes.data);
    let wanted = true;
    opened.document.then(
      (document) => wanted && setPdf(document),
      () => wanted && setBroken(true),
    );
    return () => {
      wanted = false;
      opened.close();
    };
  }, [bytes.data]);
  if (bytes.error) return <ProblemPanel error={bytes.error} onRetry={() => void bytes.refetch()} />;
  if (broken) {
    return (
      <Notice kind="warning" title={say('pdfBroken')}>
        <p className="kern-body">{say('pdfBrokenWhy')}</p>
      </Notice>
    );
  }
  return pdf ? <Pages pdf={pdf} name={file.fileName} /> : <Skeleton lines={10} />;
}

function Pages({ pdf, name }: { readonly pdf: PDFDocumentProxy; readonly name: string }) {
  const say = useWords(paperWords);
  const [zoom, setZoom] = useState(1);
  const [region, width] = useWidth();
  const change = (factor: number) => setZoom((now) => Math.min(LARGEST, Math.max(SMALLEST, now * factor)));
  const press = (event: KeyboardEvent) => {
    const acts: Readonly<Record<string, () => void>> = {
      '+': () => change(STEP),
      '-': () => change(1 / STEP),
      '0': () => setZoom(1),
    };
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <div className="pdf" onKeyDown={press}>
      <div className="button-row pdf__tools">
        <Button small onClick={() => change(1 / STEP)} aria-keyshortcuts="-">
          {say('smaller')}
        </Button>
        <Button small onClick={() => change(STEP)} aria-keyshortcuts="+">
          {say('larger')}
        </Button>
        <Button small onClick={() => setZoom(1)} aria-keyshortcuts="0">
          {say('fit')}
        </Button>
        <span className="kern-body kern-body--small" role="status">
          {say('zoom', { percent: Math.round(zoom * 100) })}
        </span>
      </div>
      <div ref={region} className="pdf__pages" role="region" tabIndex={0} aria-label={say('pages', { name })}>
        {width > 0 &&
          Array.from({ length: pdf.numPages }, (_, index) => (
            <PdfPage
              key={index}
              pdf={pdf}
              number={index + 1}
              width={Math.floor(width * zoom)}
              label={say('page', { page: index + 1, count: pdf.numPages })}
            />
          ))}
      </div>
    </div>
  );
}

/** The width that a page may have, as the window changes. */
function useWidth() {
  const region = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = region.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [region, width] as const;
}
