import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useShortcuts } from '../../frame/shortcuts.js';
import { useWords } from '../../words/words.js';
import { nextQuery } from './invoice-queries.js';
import type { InvoiceSearch } from './invoice-search.js';
import { invoiceWords } from './invoice.words.js';

const route = getRouteApi('/t/$slug/desk/invoices/$id');

interface NextInvoiceProps {
  readonly queue: NonNullable<InvoiceSearch['queue']>;
}

/** Where to go on, without a way back over the list. */
export function NextInvoice({ queue }: NextInvoiceProps) {
  const say = useWords(invoiceWords);
  const { slug, id } = route.useParams();
  const navigate = useNavigate();
  const items = useQuery(nextQuery(queue)).data?.items ?? [];
  const next = items.find((line) => line.id !== id);
  const target = { params: { slug, id: next?.id ?? '' }, search: { queue } };
  useShortcuts(
    say('shortcuts'),
    next
      ? [
          {
            key: 'n',
            label: say('next'),
            run: () => void navigate({ to: '/t/$slug/desk/invoices/$id', ...target }),
          },
        ]
      : [],
  );
  if (!next) return null;
  const name = [next.sellerName, next.number ?? next.fileName].filter(Boolean).join(' · ');
  return (
    <Link to="/t/$slug/desk/invoices/$id" {...target} className="kern-link kern-link--no-visited-state next-invoice">
      {say('nextNamed', { name })}
    </Link>
  );
}
