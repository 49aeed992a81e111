import { useId, useRef, useState } from 'react';
import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { formatInstant } from '../../format/dates.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import type { Tracked } from './tracking-queries.js';
import { trackingWords } from './tracking.words.js';

interface ReceiptBoxProps {
  readonly tracked: Tracked;
  /** The address of this page, without what stands behind it only right after submitting. */
  readonly url: string;
}

/** The receipt (Eingangsbestätigung): what to keep. */
export function ReceiptBox({ tracked: { number, receivedAt }, url }: ReceiptBoxProps) {
  const say = useWords(trackingWords);
  const language = useLanguage();
  return (
    <section className="receipt" aria-label={say('arrived')}>
      <Notice kind="success" title={say('arrived')}>
        <p className="kern-body">{say('arrivedWhy')}</p>
        <dl className="key-data__list">
          <div>
            <dt>{say('number')}</dt>
            <dd>{number}</dd>
          </div>
          <div>
            <dt>{say('time')}</dt>
            <dd>{formatInstant(receivedAt, language)}</dd>
          </div>
        </dl>
        <LinkToKeep url={url} />
      </Notice>
    </section>
  );
}

/** The link with a button that copies it; where the browser forbids that, the link is selected. */
export function LinkToKeep({ url }: { readonly url: string }) {
  const say = useWords(trackingWords);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [news, setNews] = useState<'copied' | 'notCopied' | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      setNews('copied');
    } catch {
      field.current?.select();
      setNews('notCopied');
    }
  };
  return (
    <div className="link-to-keep">
      <label className="kern-label" htmlFor={id}>
        {say('link')}
      </label>
      <input
        ref={field}
        id={id}
        className="kern-form-input__input"
        readOnly
        value={url}
        onFocus={({ target }) => target.select()}
      />
      <p className="only-printed">{url}</p>
      <div className="button-row">
        <Button onClick={() => void copy()}>{say('copy')}</Button>
        <Button onClick={() => window.print()}>{say('print')}</Button>
      </div>
      <p role="status" className="link-to-keep__news">
        {news && say(news)}
      </p>
    </div>
  );
}
