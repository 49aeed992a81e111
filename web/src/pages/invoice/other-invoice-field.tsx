import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { SelectField } from '../../components/select-field.js';
import { TextField } from '../../components/text-field.js';
import { answerOf, api } from '../../api/client.js';
import { formatDate } from '../../format/dates.js';
import { formatAmount } from '../../format/decimals.js';
import { useLanguage, type Language } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { decisionWords } from './decision.words.js';
import { duplicatesQuery, type Invoice, type InvoiceLine } from './invoice-queries.js';

interface OtherInvoiceFieldProps {
  readonly invoice: Pick<Invoice, 'id' | 'corrections'>;
  readonly value: string;
  readonly onValue: (invoiceId: string) => void;
  readonly error: string | null;
}

const LEAST_LETTERS = 2;
const MOST_FOUND = 20;

/** The other invoice of a duplicate or a correction: its corrections and those that look alike first, any other by searching. */
export function OtherInvoiceField({ invoice: { id, corrections }, value, onValue, error }: OtherInvoiceFieldProps) {
  const say = useWords(decisionWords);
  const language = useLanguage();
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim());
  const alike = useQuery(duplicatesQuery(id));
  const found = useQuery({
    queryKey: ['invoices', 'search', wanted],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/invoices', { params: { query: { search: wanted, limit: MOST_FOUND } }, signal })),
    enabled: wanted.length >= LEAST_LETTERS,
    placeholderData: keepPreviousData,
  });
  const lines = wanted.length >= LEAST_LETTERS ? (found.data?.items ?? []) : (alike.data?.items ?? []);
  const known = corrections.flatMap((one) => (one.id === null ? [] : [{ ...one, id: one.id }]));
  const options = [...known, ...lines.filter((line) => !known.some((one) => one.id === line.id))]
    .filter((line) => line.id !== id)
    .map((line) => ({ value: line.id, label: nameOf(line, language) }));
  return (
    <>
      <SelectField
        label={say('otherInvoice')}
        hint={options.length === 0 ? say('noAlike') : undefined}
        value={options.some((option) => option.value === value) ? value : ''}
        options={options}
        none={say('choose')}
        onValue={onValue}
        error={error}
      />
      <TextField label={say('search')} type="search" value={search} onValue={setSearch} optional />
    </>
  );
}

type Named = Pick<InvoiceLine, 'number' | 'issueDate' | 'grossAmount' | 'currency' | 'stateLabel'> &
  Partial<Pick<InvoiceLine, 'fileName' | 'sellerName'>>;

const nameOf = (line: Named, language: Language): string =>
  [
    line.number ?? line.fileName ?? null,
    line.sellerName ?? null,
    line.issueDate === null ? null : formatDate(line.issueDate, language),
    line.grossAmount === null ? null : formatAmount(line.grossAmount, line.currency ?? '', language),
    line.stateLabel[language],
  ]
    .filter((part) => part !== null)
    .join(' · ');
