import { specifications, type Specification } from './specifications.table.js';

export type SpecificationFamily =
  'en16931' | 'xrechnung' | 'peppol' | 'factur-x' | 'factur-x-old' | 'zugferd-2.0' | 'zugferd-1.0' | 'fr-ctc' | 'other';

/** What an identifier (BT-24) stands for, white space around it ignored; null where it is not known. */
export function findSpecification(id: string | null): Specification | null {
  const wanted = id?.trim();
  return specifications.find((specification) => specification.id === wanted) ?? null;
}
