import { useQuery } from '@tanstack/react-query';
import { Button } from '../../components/button.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { formatBytes } from '../../format/decimals.js';
import { formOf } from '../../format/files.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { DownloadLink } from './download-link.js';
import { fileAddress, filesQuery, type InvoiceFile } from './invoice-queries.js';
import { LaterPapers } from './later-papers.js';
import { paperWords } from './paper.words.js';

interface FilesViewProps {
  readonly id: string;
  readonly onShow: (fileId: string) => void;
}

/** Everything that came with the invoice, to be saved; what can be shown can be shown. */
export function FilesView({ id, onShow }: FilesViewProps) {
  const files = useQuery(filesQuery(id));
  if (files.error) return <ProblemPanel error={files.error} onRetry={() => void files.refetch()} />;
  if (!files.data) return <Skeleton lines={4} />;
  return (
    <>
      <ul className="plain-list file-list">
        {files.data.items.map((file) => (
          <FileRow key={file.id} id={id} file={file} onShow={onShow} />
        ))}
      </ul>
      <LaterPapers id={id} />
    </>
  );
}

function FileRow({ id, file, onShow }: FilesViewProps & { readonly file: InvoiceFile }) {
  const say = useWords(paperWords);
  const language = useLanguage();
  const { fileName: name, mediaType, sizeBytes } = file;
  return (
    <li className="file-list__file">
      <div className="file-list__what">
        <span className="file-list__name">{name}</span>
        <span className="file-list__kind">
          {[say(file.kind), formOf(mediaType), sizeBytes === null ? '' : formatBytes(sizeBytes, language)]
            .filter((fact) => fact !== '')
            .join(' · ')}
        </span>
      </div>
      <div className="button-row">
        {file.viewable !== null && (
          <Button small icon="visible" aria-label={say('showNamed', { name })} onClick={() => onShow(file.id)}>
            {say('show')}
          </Button>
        )}
        <DownloadLink href={fileAddress(id, file.id)} name={name} />
      </div>
    </li>
  );
}
