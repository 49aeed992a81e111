/** What the service takes, as it says itself. */
export interface Limits {
  readonly fileBytes: number;
  readonly deliveryBytes: number;
  readonly parts: number;
}

/** A file that somebody has chosen; the number tells two files of one name apart. */
export interface Chosen {
  readonly id: number;
  readonly file: File;
}

export type FileFault = 'fileEmpty' | 'fileTooLarge';
export type ListFault = 'nothingChosen' | 'someFaulty' | 'tooMany' | 'tooMuch';

/** Why the service would refuse the file, found before it is sent. */
export function faultOfFile({ size }: File, { fileBytes }: Limits): FileFault | null {
  if (size === 0) return 'fileEmpty';
  return size > fileBytes ? 'fileTooLarge' : null;
}

/** Why the list cannot be sent as it is. */
export function faultOfList(list: readonly Chosen[], limits: Limits): ListFault | null {
  if (list.length === 0) return 'nothingChosen';
  if (list.some(({ file }) => faultOfFile(file, limits) !== null)) return 'someFaulty';
  if (list.length > limits.parts) return 'tooMany';
  return sizeOf(list) > limits.deliveryBytes ? 'tooMuch' : null;
}

export const sizeOf = (list: readonly Chosen[]): number => list.reduce((bytes, { file }) => bytes + file.size, 0);

/** How much of each file is on its way: files go one after the other, in the order of the list. */
export function sharesOf(list: readonly Chosen[], sent: number): ReadonlyMap<number, number> {
  const shares = new Map<number, number>();
  let before = 0;
  for (const { id, file } of list) {
    shares.set(id, Math.min(1, Math.max(0, (sent - before) / Math.max(1, file.size))));
    before += file.size;
  }
  return shares;
}
