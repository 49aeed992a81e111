import type { RuleBookName } from '../rules/books.js';
import type { DocumentIndex } from '../rules/document-index.js';
import type { AcceptedFamily } from './examination-options.js';
import type { Severity } from './finding.js';
import type { Scenario } from './scenarios.table.js';
import type { Specification, SpecificationFamily } from './specifications.table.js';

/** Which books a document is checked against, and the levels that replace theirs. */
export interface Checking {
  readonly books: readonly RuleBookName[];
  readonly levels: Readonly<Record<string, Severity>>;
}

/** Families a tenant can accept → the book beside EN 16931 that they bring. */
const booksByFamily: Readonly<
  Partial<
    Record<
      SpecificationFamily,
      { readonly as: AcceptedFamily; readonly book: (profile: string) => RuleBookName | null }
    >
  >
> = {
  en16931: { as: 'en16931', book: () => null },
  peppol: { as: 'peppol', book: () => 'peppol' },
  'factur-x': { as: 'factur-x', book: (profile) => `factur-x-${facturXName(profile)}` },
};

/** COMFORT is the older name of the profile EN 16931. */
function facturXName(profile: string): string {
  return /^(?:en 16931|comfort)$/i.test(profile) ? 'en16931' : profile.toLowerCase().replace(/\s+/g, '-');
}

/**
 * How this operation checks a document, or null where it does not take it: XRechnung's scenarios always, EN 16931
 * core, Peppol and full Factur-X profiles where the tenant says so, booking aids never.
 */
export function checkingOf(
  scenario: Scenario | null,
  specification: Specification | null,
  accept: ReadonlySet<AcceptedFamily>,
  syntax: DocumentIndex['syntax'],
): Checking | null {
  if (scenario?.books.includes('xrechnung')) return scenario;
  if (!specification?.fullInvoice) return null;
  const family = booksByFamily[specification.family];
  if (!family || !accept.has(family.as)) return null;
  if (family.as === 'factur-x' && syntax !== 'cii') return null; // Factur-X knows no UBL: nothing could check it
  const book = family.book(specification.profile);
  return { books: book === null ? ['en16931'] : ['en16931', book], levels: scenario?.levels ?? {} };
}
