import { TextLayer, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';

interface PdfPageProps {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  /** How wide it is to be, in pixels of the style sheet. */
  readonly width: number;
  readonly label: string;
}

const A4_RATIO = 297 / 210;
/** Drawn before it is seen: half a window ahead. */
const AHEAD = '50% 0px';
/** No more points than this for one page, whatever the zoom. */
const MOST_POINTS = 16_000_000;

/** One page: a canvas to look at, and its words above it, to be selected, searched and read out. */
export function PdfPage({ pdf, number, width, label }: PdfPageProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const [ratio, setRatio] = useState(A4_RATIO);
  const near = useNear(frame);
  useEffect(() => {
    if (!near || !canvas.current || !words.current) return;
    const drawing = draw(pdf, number, width, canvas.current, words.current, setRatio);
    return drawing.cancel;
  }, [near, pdf, number, width]);
  return (
    <div
      ref={frame}
      className="pdf-page"
      role="group"
      aria-label={label}
      style={{ width: `${width}px`, height: `${Math.round(width * ratio)}px` }}
    >
      <canvas ref={canvas} aria-hidden="true" />
      <div ref={words} className="textLayer" />
    </div>
  );
}

function useNear(frame: { readonly current: Element | null }): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!frame.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: AHEAD },
    );
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [frame]);
  return near;
}

function draw(
  pdf: PDFDocumentProxy,
  number: number,
  width: number,
  canvas: HTMLCanvasElement,
  words: HTMLElement,
  onRatio: (ratio: number) => void,
) {
  let stop = (): void => undefined;
  let wanted = true;
  const run = async () => {
    const page = await pdf.getPage(number);
    if (!wanted) return;
    const own = page.getViewport({ scale: 1 });
    onRatio(own.height / own.width);
    stop = paint(page, width / own.width, canvas, words);
  };
  // A page that cannot be drawn stays empty; the others and the download are there.
  run().catch(() => undefined);
  return {
    cancel: () => {
      wanted = false;
      stop();
    },
  };
}

function paint(page: PDFPageProxy, scale: number, canvas: HTMLCanvasElement, words: HTMLElement): () => void {
  const viewport = page.getViewport({ scale });
  const points = viewport.width * viewport.height;
  const density = Math.min(devicePixelRatio, Math.sqrt(MOST_POINTS / points));
  canvas.width = Math.floor(viewport.width * density);
  canvas.height = Math.floor(viewport.height * density);
  const picture = page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0] });
  words.replaceChildren();
  words.style.setProperty('--total-scale-factor', String(scale));
  const text = new TextLayer({ textContentSource: page.streamTextContent(), container: words, viewport });
  picture.promise.catch(() => undefined);
  text.render().catch(() => undefined);
  return () => {
    picture.cancel();
    text.cancel();
  };
}
