/**
 * Ways from the root by names alone (`/cac:Delivery/cbc:ActualDeliveryDate`) as small numbers, so that what stands
 * at the end of one is found by an index. Only ways that the program asks for have a number; documents add none.
 */
const branches: Map<number, number>[] = [new Map()];

/** The root element itself, whatever its name. */
export const rootPlace = 0;

/** The number of the way that goes on from another by a name. */
export function placeBelow(place: number, name: number): number {
  const branch = branches[place];
  const known = branch?.get(name);
  if (known !== undefined) return known;
  branch?.set(name, branches.length);
  branches.push(new Map());
  return branches.length - 1;
}

/** Names to places: how ways go on from here. */
export function waysOnFrom(place: number): ReadonlyMap<number, number> {
  return branches[place] ?? noWay;
}

const noWay: ReadonlyMap<number, number> = new Map();

export function highestPlace(): number {
  return branches.length - 1;
}
