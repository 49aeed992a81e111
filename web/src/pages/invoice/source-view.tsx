import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { kindOf } from '../../api/problem.js';
import { EmptyPanel } from '../../components/empty-panel.js';
import { Notice } from '../../components/notice.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { reportQuery, sourceQuery, type Source } from './invoice-queries.js';
import { paperWords } from './paper.words.js';
import { pieces, type Piece } from './source-pieces.js';

interface SourceViewProps {
  readonly id: string;
  /** The line to look at. */
  readonly line: number | undefined;
  readonly onLine: (line: number) => void;
}

/** The XML with the lines of the findings marked. */
export function SourceView({ id, line, onLine }: SourceViewProps) {
  const say = useWords(paperWords);
  const language = useLanguage();
  const source = useQuery(sourceQuery(id));
  const report = useQuery(reportQuery(id, language)).data;
  const sentences = useMemo(() => {
    const found = new Map<number, readonly string[]>();
    for (const { line: at, sentence } of report?.findings ?? []) {
      if (at !== null) found.set(at, [...(found.get(at) ?? []), sentence]);
    }
    return found;
  }, [report]);
  if (kindOf(source.error) === 'missing') return <EmptyPanel title={say('noSource')}>{say('noSourceWhy')}</EmptyPanel>;
  if (source.error) return <ProblemPanel error={source.error} onRetry={() => void source.refetch()} />;
  if (!source.data) return <Skeleton lines={12} />;
  const marked = [...sentences.keys()].sort((a, b) => a - b);
  return (
    <div className="source">
      {source.data.truncated && <Notice kind="info" title={say('cut')} />}
      {marked.length > 0 && (
        <div className="button-row source__marks">
          <span className="kern-body kern-body--small">{say('marked')}</span>
          {marked.map((at) => (
            <button
              key={at}
              type="button"
              className="kern-link link-button"
              aria-current={at === line ? 'true' : undefined}
              onClick={() => onLine(at)}
            >
              {say('lineNumber', { line: at })}
            </button>
          ))}
        </div>
      )}
      <Lines source={source.data} sentences={sentences} line={line} />
    </div>
  );
}

interface LinesProps {
  readonly source: Source;
  readonly sentences: ReadonlyMap<number, readonly string[]>;
  readonly line: number | undefined;
}

function Lines({ source, sentences, line }: LinesProps) {
  const say = useWords(paperWords);
  const region = useRef<HTMLDivElement>(null);
  const target = useRef<HTMLDivElement>(null);
  const parts = useMemo(
    () => pieces(source.lines, new Set([...sentences.keys(), ...(line === undefined ? [] : [line])])),
    [source.lines, sentences, line],
  );
  useEffect(() => {
    bringIntoSight(region.current, target.current);
    // What comes into view gets its true height only then, so it may move once more.
    const frame = requestAnimationFrame(() => bringIntoSight(region.current, target.current));
    return () => cancelAnimationFrame(frame);
  }, [line, parts]);
  return (
    <div
      ref={region}
      className="source__lines"
      role="region"
      tabIndex={0}
      aria-label={say('sourceOf', { name: source.fileName })}
    >
      {parts.map((piece) => (
        <PieceOf
          key={piece.first}
          piece={piece}
          sentences={piece.marked ? (sentences.get(piece.first) ?? []) : []}
          here={piece.marked && piece.first === line ? target : null}
        />
      ))}
    </div>
  );
}

/** Scrolls within the source only: the page stays where the reader has put it. */
function bringIntoSight(region: HTMLElement | null, target: HTMLElement | null): void {
  if (!region || !target) return;
  const distance = target.getBoundingClientRect().top - region.getBoundingClientRect().top;
  region.scrollTop += distance - region.clientHeight / 4;
}

/** The height of a line as invoice.css has it: a piece that is not laid out yet takes its true room. */
const LINE_REM = 0.875 * 1.5;

interface PieceProps {
  readonly piece: Piece;
  readonly sentences: readonly string[];
  readonly here: React.RefObject<HTMLDivElement | null> | null;
}

function PieceOf({ piece: { first, lines, marked }, sentences, here }: PieceProps) {
  const numbers = lines.map((_, index) => first + index).join('\n');
  return (
    <div
      ref={here}
      className={marked ? 'source__piece source__piece--marked' : 'source__piece'}
      style={{ containIntrinsicHeight: `auto ${lines.length * LINE_REM}rem` }}
    >
      <pre className="source__numbers" aria-hidden="true">
        {numbers}
      </pre>
      <div>
        {marked ? (
          <mark>
            <pre>{lines.join('\n') || ' '}</pre>
          </mark>
        ) : (
          <pre>{lines.join('\n')}</pre>
        )}
        {sentences.map((sentence) => (
          <p key={sentence} className="source__sentence">
            {sentence}
          </p>
        ))}
      </div>
    </div>
  );
}
