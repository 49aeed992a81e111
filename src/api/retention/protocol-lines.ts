import type { DisposalItem } from '../../pipeline/ports/retention-records.js';

/** A protocol line by line, page after page, so that it never lies in memory as a whole. */
export async function* protocolLines(
  head: object,
  first: readonly DisposalItem[],
  next: (after: DisposalItem) => Promise<readonly DisposalItem[]>,
): AsyncGenerator<string> {
  yield `${JSON.stringify(head)}\n`;
  let page = first;
  for (;;) {
    const last = page.at(-1);
    if (last === undefined) return;
    yield page.map((item) => `${JSON.stringify(item)}\n`).join('');
    page = await next(last);
  }
}
