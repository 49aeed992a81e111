import { Link } from '@tanstack/react-router';
import { PageHeading } from '../components/page-heading.js';
import { useWords } from '../words/words.js';
import { frameWords } from './frame.words.js';

export function NotFoundPage() {
  const say = useWords(frameWords);
  return (
    <div className="narrow">
      <PageHeading title={say('notFound')} />
      <p className="kern-body">{say('notFoundWhy')}</p>
      <p>
        <Link to="/" className="kern-link kern-link--no-visited-state">
          {say('start')}
        </Link>
      </p>
    </div>
  );
}
