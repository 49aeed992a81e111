import { Link } from '@tanstack/react-router';
import { PageHeading } from '../../components/page-heading.js';
import { useWords } from '../../words/words.js';
import { trackingWords } from './tracking.words.js';

/** A token that is unknown, cut off or too old: which of them, nobody is told. */
export function TrackingMissing({ slug }: { readonly slug: string }) {
  const say = useWords(trackingWords);
  return (
    <div className="narrow">
      <PageHeading title={say('missing')} />
      <p className="kern-body">{say('missingWhy')}</p>
      <p>
        <Link to="/t/$slug" params={{ slug }} className="kern-link kern-link--no-visited-state">
          {say('toCounter')}
        </Link>
      </p>
    </div>
  );
}
