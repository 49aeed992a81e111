import { useQuery } from '@tanstack/react-query';
import { useId, useMemo } from 'react';
import { kindOf } from '../../api/problem.js';
import { EmptyPanel } from '../../components/empty-panel.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { codesQuery, modelQuery, termsQuery } from './invoice-queries.js';
import { invoiceWords } from './invoice.words.js';
import { sectionsOf, type Entry, type Group, type Row, type Table } from './terms.js';

/** Every business term that the invoice holds, to be read and to be printed. */
export function TermsView({ id }: { readonly id: string }) {
  const say = useWords(invoiceWords);
  const language = useLanguage();
  const [model, terms, codes] = [useQuery(modelQuery(id)), useQuery(termsQuery), useQuery(codesQuery)];
  const sections = useMemo(
    () =>
      model.data && terms.data && codes.data
        ? sectionsOf(model.data, terms.data.terms, codes.data.lists, language)
        : null,
    [model.data, terms.data, codes.data, language],
  );
  if (kindOf(model.error) === 'missing') {
    return <EmptyPanel title={say('noTerms')}>{say('noTermsWhy')}</EmptyPanel>;
  }
  const failed = [model, terms, codes].find(({ error }) => error !== null);
  if (failed) return <ProblemPanel error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!sections) return <Skeleton lines={14} />;
  return (
    <div className="terms">
      {sections.map((section) => (
        <Section key={section.path} section={section} />
      ))}
    </div>
  );
}

function Section({ section }: { readonly section: Group }) {
  const id = useId();
  return (
    <section className="terms__section" aria-labelledby={id}>
      <h2 id={id} className="terms__title">
        {section.title}
      </h2>
      <GroupBody group={section} level={3} />
    </section>
  );
}

function GroupBody({ group, level }: { readonly group: Group; readonly level: number }) {
  const Heading = level <= 3 ? 'h3' : level === 4 ? 'h4' : 'h5';
  return (
    <>
      <Entries entries={group.entries} />
      {group.tables.map((table) => (
        <TermTable key={table.path} table={table} />
      ))}
      {group.groups.map((inner) => (
        <div key={inner.path} className="terms__group">
          <Heading className="terms__subtitle">{inner.title}</Heading>
          <GroupBody group={inner} level={level + 1} />
        </div>
      ))}
    </>
  );
}

function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <dl className="term-list">
      {entries.map((entry) => (
        <div key={entry.path} className="term-list__term">
          <dt>
            {entry.label} <TermId id={entry.id} />
          </dt>
          <dd className={numeric(entry) ? 'term-list__number' : undefined}>
            <Value entry={entry} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const numeric = ({ type }: Entry): boolean => type === 'amount' || type === 'unitPriceAmount';

const TermId = ({ id }: { readonly id: string }) => (id === '' ? null : <span className="term-id">{id}</span>);

const Value = ({ entry: { value, note } }: { readonly entry: Entry }) => (
  <>
    <span className="term-value">{value}</span>
    {note !== null && <span className="term-note">{note}</span>}
  </>
);

const FEW_COLUMNS = 4;

/** Where there is no room each row is a card whose cells say what they are (`data-label`, see invoice.css). */
function TermTable({ table: { title, columns, rows } }: { readonly table: Table }) {
  return (
    <table className={columns.length > FEW_COLUMNS ? 'term-table term-table--wide' : 'term-table term-table--narrow'}>
      <caption className="kern-sr-only">{title}</caption>
      <thead>
        <tr>
          {columns.map(({ label, numeric: right }) => (
            <th key={label} scope="col" className={right ? 'term-table__number' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map((row) => (
        <TableRow key={row.path} row={row} columns={columns} />
      ))}
    </table>
  );
}

/** A body for each row keeps what has no column of its own together with it, on screen and on paper. */
function TableRow({ row, columns }: { readonly row: Row; readonly columns: Table['columns'] }) {
  const say = useWords(invoiceWords);
  return (
    <tbody className={row.level > 0 ? 'term-table__row term-table__row--below' : 'term-table__row'}>
      <tr>
        {columns.map(({ label, numeric: right }, index) => (
          <td key={label} data-label={label} className={right ? 'term-table__number' : undefined}>
            {index === 0 && row.level > 0 && <span className="kern-sr-only">{say('line')} </span>}
            {row.cells[index]?.map((entry) => (
              <span key={entry.path} className={entry.at === 'item.description' ? 'term-note' : 'term-table__value'}>
                <Value entry={entry} />
              </span>
            ))}
          </td>
        ))}
      </tr>
      {row.rest && (
        <tr className="term-table__rest">
          <td colSpan={columns.length}>
            <RestOf group={row.rest} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** What a line says beyond the columns, in one flow: a second table within the table would be too much. */
function RestOf({ group }: { readonly group: Group }) {
  return (
    <>
      {group.entries.length > 0 && (
        <dl className="rest-list">
          {group.entries.map((entry) => (
            <div key={entry.path}>
              <dt>{entry.label}:</dt>
              <dd>
                <Value entry={entry} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {group.groups.map((inner) => (
        <div key={inner.path} className="rest-group">
          <span className="rest-group__title">{inner.title}</span>
          <RestOf group={inner} />
        </div>
      ))}
    </>
  );
}
