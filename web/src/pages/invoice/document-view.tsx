import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { EmptyPanel } from '../../components/empty-panel.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { SelectField } from '../../components/select-field.js';
import { Skeleton } from '../../components/skeleton.js';
import { useWords } from '../../words/words.js';
import { DownloadLink } from './download-link.js';
import { fileAddress, filesQuery, fileTextQuery, type InvoiceFile } from './invoice-queries.js';
import { paperWords } from './paper.words.js';

const PdfView = lazy(async () => ({ default: (await import('./pdf-view.js')).PdfView }));

interface DocumentViewProps {
  readonly id: string;
  readonly fileId: string | undefined;
  readonly onShow: (fileId: string) => void;
}

/** The picture of the invoice: a PDF, a scan, a text. */
export function DocumentView({ id, fileId, onShow }: DocumentViewProps) {
  const say = useWords(paperWords);
  const files = useQuery(filesQuery(id));
  if (files.error) return <ProblemPanel error={files.error} onRetry={() => void files.refetch()} />;
  if (!files.data) return <Skeleton lines={10} />;
  const viewable = files.data.items.filter((file) => file.viewable !== null);
  const shown = viewable.find((file) => file.id === fileId) ?? viewable[0];
  if (!shown) return <EmptyPanel title={say('nothingToShow')}>{say('nothingToShowWhy')}</EmptyPanel>;
  return (
    <div className="document">
      <div className="document__choice">
        {viewable.length > 1 ? (
          <SelectField
            label={say('shown')}
            value={shown.id}
            options={viewable.map((file) => ({ value: file.id, label: file.fileName }))}
            onValue={onShow}
          />
        ) : (
          <span className="file-list__name">{shown.fileName}</span>
        )}
        <DownloadLink href={fileAddress(id, shown.id)} name={shown.fileName} />
      </div>
      <Shown key={shown.id} id={id} file={shown} />
    </div>
  );
}

function Shown({ id, file }: { readonly id: string; readonly file: InvoiceFile }) {
  if (file.viewable === 'pdf') {
    return (
      <Suspense fallback={<Skeleton lines={10} />}>
        <PdfView id={id} file={file} />
      </Suspense>
    );
  }
  if (file.viewable === 'image')
    return <img className="paper-image" src={fileAddress(id, file.id)} alt={file.fileName} />;
  return <TextFile id={id} file={file} />;
}

function TextFile({ id, file }: { readonly id: string; readonly file: InvoiceFile }) {
  const text = useQuery(fileTextQuery(id, file.id));
  if (text.error) return <ProblemPanel error={text.error} onRetry={() => void text.refetch()} />;
  if (text.data === undefined) return <Skeleton lines={10} />;
  return (
    <pre className="paper-text" tabIndex={0} aria-label={file.fileName}>
      {text.data}
    </pre>
  );
}
