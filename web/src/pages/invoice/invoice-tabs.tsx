import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Tabs } from '../../components/tabs.js';
import { useShortcuts } from '../../frame/shortcuts.js';
import { useWords } from '../../words/words.js';
import { DocumentView } from './document-view.js';
import { FilesView } from './files-view.js';
import { HistoryView } from './history-view.js';
import { filesQuery } from './invoice-queries.js';
import { PAPER_TABS, READ_TABS, type InvoiceSearch, type PaperTab, type ReadTab } from './invoice-search.js';
import { invoiceWords } from './invoice.words.js';
import { ReportView } from './report-view.js';
import { SourceView } from './source-view.js';
import { TermsView } from './terms-view.js';
import { useWide } from './use-wide.js';

const route = getRouteApi('/t/$slug/desk/invoices/$id');

type Tab = ReadTab | PaperTab;

const isPaper = (tab: Tab): tab is PaperTab => PAPER_TABS.some((paper) => paper === tab);

const keys: Readonly<Record<Tab, string>> = {
  terms: 't',
  report: 'p',
  history: 'v',
  document: 'd',
  source: 'x',
  files: 'm',
};

interface InvoiceTabsProps {
  readonly id: string;
  /** The document stands above already, beside what is typed from it: here it would stand twice. */
  readonly paperAbove: boolean;
  /** Shows a file there. */
  readonly onShow: (fileId: string) => void;
}

/** Terms, report and history; the papers beside them on a wide screen, as further tabs on a narrow one. */
export function InvoiceTabs({ id, paperAbove, onShow }: InvoiceTabsProps) {
  const say = useWords(invoiceWords);
  const wide = useWide();
  const { tab: wanted = 'terms', beside: wantedBeside, file, line } = route.useSearch();
  const papers = PAPER_TABS.filter((paper) => !(paperAbove && paper === 'document'));
  const hides = (one: Tab | undefined) => paperAbove && one === 'document';
  const tab = hides(wanted) ? 'terms' : wanted;
  const beside = hides(wantedBeside) ? undefined : wantedBeside;
  const open = useOpen(wide);
  const show = (shown: string) => {
    if (!paperAbove) return open({ tab: 'document', file: shown });
    onShow(shown);
    document.getElementById('clearing')?.focus();
  };
  const files = useQuery(filesQuery(id)).data?.items;
  const somethingToSee = files === undefined || files.some(({ viewable }) => viewable !== null);
  useShortcuts(
    say('views'),
    [...READ_TABS, ...papers].map((name) => ({
      key: keys[name],
      label: say(name),
      run: () => open({ tab: name }),
    })),
  );
  const contents = {
    terms: () => <TermsView id={id} />,
    report: () => <ReportView id={id} onLine={(at) => open({ tab: 'source', line: at })} />,
    history: () => <HistoryView id={id} />,
    document: () => <DocumentView id={id} fileId={file} onShow={show} />,
    source: () => <SourceView id={id} line={line} onLine={(at) => open({ tab: 'source', line: at })} />,
    files: () => <FilesView id={id} onShow={show} />,
  } as const;
  const tabOf = <Name extends Tab>(name: Name) => ({ name, label: say(name), content: contents[name] });
  if (!wide) {
    return (
      <Tabs
        label={say('views')}
        tabs={[...READ_TABS, ...papers].map(tabOf)}
        open={tab}
        onOpen={(name) => open({ tab: name })}
      />
    );
  }
  const paper = beside ?? (isPaper(tab) ? tab : somethingToSee && !paperAbove ? 'document' : 'files');
  return (
    <div className={paper === 'files' ? 'invoice-halves invoice-halves--plain' : 'invoice-halves'}>
      <Tabs
        label={say('views')}
        tabs={READ_TABS.map(tabOf)}
        open={isPaper(tab) ? 'terms' : tab}
        onOpen={(name) => open({ tab: name })}
      />
      <div className="invoice-halves__paper">
        <Tabs label={say('papers')} tabs={papers.map(tabOf)} open={paper} onOpen={(name) => open({ tab: name })} />
      </div>
    </div>
  );
}

/** Opens a view in its half; what is open in the other half stays. */
function useOpen(wide: boolean) {
  const { slug, id } = route.useParams();
  const navigate = useNavigate();
  return ({ tab, file, line }: { readonly tab: Tab; readonly file?: string; readonly line?: number }): void => {
    const search = (before: InvoiceSearch): InvoiceSearch => ({
      ...before,
      ...(wide && isPaper(tab) ? { beside: tab } : { tab }),
      ...(file === undefined ? {} : { file }),
      line: line ?? (tab === 'source' ? before.line : undefined),
    });
    void navigate({
      to: '/t/$slug/desk/invoices/$id',
      params: { slug, id },
      search,
      replace: true,
      resetScroll: false,
    });
  };
}
