import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../words/language.js';
import { inLanguage, useWords } from '../../words/words.js';
import type { Tracked, TrackedPart } from './tracking-queries.js';
import { trackingWords } from './tracking.words.js';

/** Tells screen readers what has changed since the page was last renewed; the eye sees it in the list. */
export function TrackingNews({ tracked }: { readonly tracked: Tracked }) {
  const say = useWords(trackingWords);
  const language = useLanguage();
  const before = useRef(tracked);
  const [news, setNews] = useState<readonly string[]>([]);
  useEffect(() => {
    const known = new Map(before.current.parts.map((part) => [part.position, signOf(part)]));
    const changed = tracked.parts.filter((part) => known.get(part.position) !== signOf(part));
    const wasSorting = !before.current.sorted && tracked.sorted;
    before.current = tracked;
    if (changed.length === 0 && !wasSorting) return;
    const sentences = changed.map((part) =>
      say('statusNow', { name: part.fileName, status: inLanguage(part.status ?? part.fateLabel, language) }),
    );
    setNews(wasSorting ? [say('sortedNow'), ...sentences] : sentences);
  }, [tracked, say, language]);
  return (
    <div className="kern-sr-only" role="status">
      {news.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

const signOf = ({ fate, step }: TrackedPart): string => `${fate} ${step ?? ''}`;
