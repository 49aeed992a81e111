import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTownName } from '../api/town.js';
import { Toasts } from '../components/toasts.js';
import { useWords } from '../words/words.js';
import { Choices } from './choices.js';
import { frameWords } from './frame.words.js';
import { ShortcutHelp } from './shortcut-help.js';

interface PageFrameProps {
  /** The town of the address; the first page has none yet. */
  readonly slug?: string;
  /** Beside the choices in the header: who is signed in. */
  readonly account?: ReactNode;
  /** The side navigation of the desk. */
  readonly navigation?: ReactNode;
  readonly children: ReactNode;
}

/** Header, navigation, the one main landmark, footer. */
export function PageFrame({ slug, account, navigation, children }: PageFrameProps) {
  const say = useWords(frameWords);
  return (
    <div className="frame">
      <a className="skip-link kern-link" href="#content">
        {say('skip')}
      </a>
      <header className="frame__header">
        <Brand slug={slug} toDesk={navigation !== undefined} />
        <div className="frame__tools">
          <Choices />
          {account}
        </div>
      </header>
      <div className={navigation ? 'frame__middle frame__middle--desk' : 'frame__middle'}>
        {navigation && (
          <div className="desk-side">
            {navigation}
            <Toasts />
          </div>
        )}
        <main id="content" className="frame__main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <footer className="frame__footer">
        {slug !== undefined && <LegalLinks slug={slug} />}
        <ShortcutHelp hidden={navigation === undefined} />
      </footer>
    </div>
  );
}

function Brand({ slug, toDesk }: { readonly slug?: string; readonly toDesk: boolean }) {
  const say = useWords(frameWords);
  if (slug === undefined) {
    return (
      <Link to="/" className="brand">
        <span className="brand__town">{say('product')}</span>
        <span className="brand__product">{say('claim')}</span>
      </Link>
    );
  }
  return (
    <Link to={toDesk ? '/t/$slug/desk' : '/t/$slug'} params={{ slug }} className="brand">
      <TownName slug={slug} />
      <span className="brand__product">
        {say('product')} · {say('claim')}
      </span>
    </Link>
  );
}

const TownName = ({ slug }: { readonly slug: string }) => <span className="brand__town">{useTownName(slug)}</span>;

const texts = ['imprint', 'privacy', 'accessibility'] as const;

function LegalLinks({ slug }: { readonly slug: string }) {
  const say = useWords(frameWords);
  return (
    <nav aria-label={say('legal')}>
      <ul className="plain-list plain-list--row">
        {texts.map((text) => (
          <li key={text}>
            <Link to="/t/$slug/$text" params={{ slug, text }} className="kern-link kern-link--no-visited-state">
              {say(text)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
