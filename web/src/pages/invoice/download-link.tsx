import { Icon } from '../../components/icon.js';
import { useWords } from '../../words/words.js';
import { paperWords } from './paper.words.js';

interface DownloadLinkProps {
  readonly href: string;
  readonly name: string;
}

export function DownloadLink({ href, name }: DownloadLinkProps) {
  const say = useWords(paperWords);
  return (
    <a
      className="kern-btn kern-btn--tertiary kern-btn--x-small"
      href={href}
      download={name}
      aria-label={say('downloadNamed', { name })}
    >
      <Icon name="download" />
      <span className="kern-label">{say('download')}</span>
    </a>
  );
}
