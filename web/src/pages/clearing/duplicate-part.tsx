import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { CheckField } from '../../components/check-field.js';
import { Notice } from '../../components/notice.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { SelectField } from '../../components/select-field.js';
import { Skeleton } from '../../components/skeleton.js';
import { formatInstant } from '../../format/dates.js';
import { useLanguage, type Language } from '../../words/language.js';
import { inLanguage, useWords } from '../../words/words.js';
import { codesQuery, duplicatesQuery, modelQuery, termsQuery, type InvoiceLine } from '../invoice/invoice-queries.js';
import { sectionsOf } from '../invoice/terms.js';
import { clearingWords } from './clearing.words.js';
import { DeedForm, type PartProps } from './deed-form.js';
import { comparedTerms, isDifferent, type ComparedTerm } from './model-differences.js';

const DocumentView = lazy(async () => ({ default: (await import('../invoice/document-view.js')).DocumentView }));

const desk = getRouteApi('/t/$slug/desk');

/** Both documents side by side, and whether they are the same claim. */
export function DuplicatePart(part: PartProps) {
  const say = useWords(clearingWords);
  const language = useLanguage();
  const { id } = part.invoice.value;
  const { slug } = desk.useParams();
  const alike = useQuery(duplicatesQuery(id));
  const [chosen, setChosen] = useState('');
  if (alike.error) return <ProblemPanel error={alike.error} onRetry={() => void alike.refetch()} />;
  if (!alike.data) return <Skeleton lines={5} />;
  const { items, hidden } = alike.data;
  const other = items.find((line) => line.id === chosen) ?? items[0];
  return (
    <>
      {hidden.length > 0 && <p className="kern-body">{say('hidden', { count: hidden.length })}</p>}
      {items.length > 1 && other && (
        <SelectField
          label={say('compareWith')}
          value={other.id}
          options={items.map((line) => ({ value: line.id, label: nameOf(line, language) }))}
          onValue={setChosen}
        />
      )}
      {other ? (
        <>
          <p className="kern-body">
            {nameOf(other, language)}{' '}
            <Link
              to="/t/$slug/desk/invoices/$id"
              params={{ slug, id: other.id }}
              className="kern-link kern-link--no-visited-state"
            >
              {say('lookOther')}
            </Link>
          </p>
          <Comparison key={other.id} here={id} there={other.id} />
          <BothDocuments key={`papers ${other.id}`} here={id} there={other.id} />
        </>
      ) : (
        <p className="kern-body">{say('noAlike')}</p>
      )}
      <div className="clearing-pair">
        {other && (
          <DeedForm
            {...part}
            action="markDuplicate"
            label={say('isDuplicate')}
            details={() => ({ otherInvoiceId: other.id })}
          />
        )}
        <DeedForm
          {...part}
          action="dismissSuspicion"
          kind="secondary"
          details={() => ({ comparedInvoiceIds: items.map((line) => line.id) })}
        />
      </div>
    </>
  );
}

const nameOf = (line: InvoiceLine, language: Language): string =>
  [
    line.number ?? line.fileName,
    line.sellerName,
    inLanguage(line.stateLabel, language),
    formatInstant(line.receivedAt, language),
  ]
    .filter((part) => part !== null)
    .join(' · ');

interface Pair {
  readonly here: string;
  readonly there: string;
}

/** The documents side by side, loaded when somebody wants to see them. */
function BothDocuments({ here, there }: Pair) {
  const say = useWords(clearingWords);
  const [open, setOpen] = useState(false);
  return (
    <details className="clearing-more" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say('documents')}</summary>
      {open && (
        <div className="clearing-documents">
          <OneDocument id={here} label={say('this')} />
          <OneDocument id={there} label={say('other')} />
        </div>
      )}
    </details>
  );
}

function OneDocument({ id, label }: { readonly id: string; readonly label: string }) {
  const [file, setFile] = useState<string>();
  return (
    <section aria-label={label}>
      <h4>{label}</h4>
      <Suspense fallback={<Skeleton lines={10} />}>
        <DocumentView id={id} fileId={file} onShow={setFile} />
      </Suspense>
    </section>
  );
}

function Comparison({ here, there }: Pair) {
  const say = useWords(clearingWords);
  const language = useLanguage();
  const [mine, other] = [useQuery(modelQuery(here)), useQuery(modelQuery(there))];
  const [terms, codes] = [useQuery(termsQuery), useQuery(codesQuery)];
  const [onlyDifferences, setOnlyDifferences] = useState(true);
  const compared = useMemo(() => {
    if (!mine.data || !other.data || !terms.data || !codes.data) return null;
    const [tree, lists] = [terms.data.terms, codes.data.lists];
    return comparedTerms(sectionsOf(mine.data, tree, lists, language), sectionsOf(other.data, tree, lists, language));
  }, [mine.data, other.data, terms.data, codes.data, language]);
  if (mine.error ?? other.error) return <Notice kind="info" title={say('noModel')} />;
  if (!compared) return <Skeleton lines={6} />;
  const different = compared.filter(isDifferent);
  return (
    <>
      <div className="clearing-compare-head">
        <p className="kern-body" role="status">
          {different.length === 0 ? say('same') : say('differences', { count: different.length, all: compared.length })}
        </p>
        <CheckField label={say('onlyDifferences')} checked={onlyDifferences} onChecked={setOnlyDifferences} />
      </div>
      <ComparisonTable rows={onlyDifferences ? different : compared} />
    </>
  );
}

function ComparisonTable({ rows }: { readonly rows: readonly ComparedTerm[] }) {
  const say = useWords(clearingWords);
  if (rows.length === 0) return null;
  return (
    <table className="clearing-compare" role="table">
      <caption className="kern-sr-only">{say('comparison')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(['term', 'this', 'other'] as const).map((word) => (
            <th key={word} role="columnheader" scope="col">
              {say(word)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.path} role="row" className={isDifferent(row) ? 'clearing-compare__different' : undefined}>
            <th role="rowheader" scope="row">
              {row.label} <span className="clearing-aside">{row.section}</span>
              {isDifferent(row) && <span className="kern-sr-only"> ({say('different')})</span>}
            </th>
            <Side value={row.here} label={say('this')} marked={isDifferent(row)} />
            <Side value={row.there} label={say('other')} marked={isDifferent(row)} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SideProps {
  readonly value: string | null;
  readonly label: string;
  readonly marked: boolean;
}

function Side({ value, label, marked }: SideProps) {
  const say = useWords(clearingWords);
  return (
    <td role="cell" data-label={label}>
      {value === null ? (
        <span className="clearing-aside">{say('sayNothing')}</span>
      ) : marked ? (
        <mark>{value}</mark>
      ) : (
        value
      )}
    </td>
  );
}
