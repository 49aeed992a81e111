import { PageHeading } from '../../components/page-heading.js';
import { useWords } from '../../words/words.js';
import { invoiceWords } from './invoice.words.js';

export function InvoicePage() {
  const say = useWords(invoiceWords);
  return <PageHeading title={say('title')} />;
}
