import { specifications, type Specification } from './specifications.table.js';

/** What an identifier (BT-24) stands for, white space around it ignored; null where it is not known. */
export function findSpecification(id: string | null): Specification | null {
  const wanted = id?.trim();
  return specifications.find((specification) => specification.id === wanted) ?? null;
}
