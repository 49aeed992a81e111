import type { DocumentNode } from '../document-index.js';
import { numberOf } from '../names.js';
import type { Particle } from './structure-table.js';

interface Item {
  readonly number: number;
  readonly min: number;
  readonly max: number;
}

/**
 * A content model that is a plain sequence of elements, as nearly all are. It only says yes: whatever it does not take
 * is matched again by content-model.ts, which knows what to say.
 */
export type FlatContent = readonly Item[];

/** null where the model holds choices, groups or wildcards. */
export function flatContentOf(content: Particle | null): FlatContent | null {
  if (content?.kind !== 'sequence' || content.occurs[0] !== 1 || content.occurs[1] !== 1) return null;
  const items: Item[] = [];
  for (const item of content.items) {
    if (item.kind !== 'element') return null;
    items.push({ number: numberOf(item.name), min: item.occurs[0], max: item.occurs[1] });
  }
  return items;
}

/** Whether the children are what the sequence asks for; greedy, as the models are deterministic. */
export function takesChildren(content: FlatContent, children: readonly DocumentNode[]): boolean {
  let at = 0;
  let count = 0;
  for (const { number } of children) {
    for (let item = content[at]; item?.number !== number || count >= item.max; item = content[at]) {
      if (item === undefined || count < item.min) return false;
      at += 1;
      count = 0;
    }
    count += 1;
  }
  for (let item = content[at]; item !== undefined; item = content[at]) {
    if (count < item.min) return false;
    at += 1;
    count = 0;
  }
  return true;
}
