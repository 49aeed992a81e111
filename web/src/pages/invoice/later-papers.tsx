import { useInfiniteQuery } from '@tanstack/react-query';
import { LoadMore } from '../../components/load-more.js';
import { Notice } from '../../components/notice.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { formatInstant } from '../../format/dates.js';
import { formatBytes } from '../../format/decimals.js';
import { formOf } from '../../format/files.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { DownloadLink } from './download-link.js';
import { laterPaperAddress, laterPapersQuery, type LaterPaper } from './invoice-queries.js';
import { paperWords } from './paper.words.js';

/**
 * Papers that came in other deliveries, with the same file: apart from those that came with the invoice, because whoever
 * has its bytes could have sent them. Nothing where there are none.
 */
export function LaterPapers({ id }: { readonly id: string }) {
  const say = useWords(paperWords);
  const papers = useInfiniteQuery(laterPapersQuery(id));
  const items = papers.data?.pages.flatMap((page) => page.items) ?? [];
  if (papers.error && items.length === 0)
    return <ProblemPanel error={papers.error} onRetry={() => void papers.refetch()} />;
  if (items.length === 0) return null;
  return (
    <section className="later-papers" aria-label={say('later')}>
      <h2 className="terms__title">{say('later')}</h2>
      <Notice kind="warning" title={say('laterNotChecked')}>
        <p className="kern-body">{say('laterWhy')}</p>
      </Notice>
      <ul className="plain-list file-list">
        {items.map((paper) => (
          <Paper key={paper.id} id={id} paper={paper} />
        ))}
      </ul>
      {papers.hasNextPage && (
        <LoadMore
          shown={items.length}
          hasMore
          busy={papers.isFetchingNextPage}
          onMore={() => void papers.fetchNextPage()}
        />
      )}
    </section>
  );
}

function Paper({ id, paper }: { readonly id: string; readonly paper: LaterPaper }) {
  const say = useWords(paperWords);
  const language = useLanguage();
  const { fileName, mediaType, sizeBytes, isShared, delivery } = paper;
  const { number, sender, receivedAt } = delivery;
  return (
    <li className="file-list__file">
      <div className="file-list__what">
        <span className="file-list__name">{fileName}</span>
        <span className="file-list__kind">{`${formOf(mediaType)} · ${formatBytes(sizeBytes, language)}`}</span>
        <span className="file-list__kind">
          {say('laterFrom', { number, when: formatInstant(receivedAt, language) })}
          {sender !== null && ` · ${say('laterSender', { sender })}`}
        </span>
        {isShared && <span className="file-list__kind">{say('laterShared')}</span>}
      </div>
      <DownloadLink href={laterPaperAddress(id, paper.id)} name={fileName} />
    </li>
  );
}
