import { useSyncExternalStore } from 'react';
import { isUncertain } from '../../api/problem.js';
import { isCancelled, upload } from '../../api/upload.js';
import { StoredValue } from '../../browser/stored-value.js';
import type { operations } from '../../generated/api.js';
import { sizeOf, type Chosen } from './file-limits.js';

export type Receipt = operations['CounterDeliveries.deliver']['responses'][202]['content']['application/json'];

export type Sending =
  | { readonly kind: 'notYet' }
  | { readonly kind: 'underWay'; readonly sent: number; readonly all: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'done'; readonly receipt: Receipt };

interface Draft {
  readonly files: readonly Chosen[];
  readonly sender: string;
  readonly sending: Sending;
}

const empty: Draft = { files: [], sender: '', sending: { kind: 'notYet' } };

/**
 * What somebody is about to submit to a town. It lives beside the pages: whoever reads the privacy notice in between
 * finds everything as it was, and an upload goes on.
 */
export class Submission {
  readonly draft = new StoredValue<Draft>(empty);
  private lastId = 0;
  /** Of the draft as it stands. A definite answer or another content ends it, no answer does not. */
  private key: string | null = null;
  private cancelling: AbortController | null = null;

  constructor(private readonly slug: string) {}

  /** Adds files; one that is in the list already is not added twice. Answers how many came in. */
  add(files: readonly File[]): number {
    const known = this.draft.get().files;
    const added = files.filter((file) => !known.some((chosen) => isSame(chosen.file, file)));
    const chosen = added.map((file) => ({ id: (this.lastId += 1), file }));
    if (chosen.length > 0) this.change({ files: [...known, ...chosen] });
    return chosen.length;
  }

  remove(id: number): void {
    this.change({ files: this.draft.get().files.filter((chosen) => chosen.id !== id) });
  }

  nameSender(sender: string): void {
    this.change({ sender });
  }

  /** Sends the list, or sends it again under the same key after no answer came. */
  async send(): Promise<void> {
    const { files, sender } = this.draft.get();
    if (this.draft.get().sending.kind === 'underWay') return;
    this.key ??= crypto.randomUUID();
    this.cancelling = new AbortController();
    const all = sizeOf(files);
    this.say({ kind: 'underWay', sent: 0, all });
    window.addEventListener('beforeunload', warnBeforeLeaving);
    try {
      const receipt = await upload<Receipt>({
        path: `/api/v1/counter/${encodeURIComponent(this.slug)}/deliveries`,
        form: formOf(files, sender),
        idempotencyKey: this.key,
        signal: this.cancelling.signal,
        onProgress: (sent) => this.say({ kind: 'underWay', sent: Math.min(sent, all), all }),
      });
      this.say({ kind: 'done', receipt });
    } catch (error) {
      if (!isCancelled(error) && !isUncertain(error)) this.key = null;
      this.say(isCancelled(error) ? { kind: 'cancelled' } : { kind: 'failed', error });
    } finally {
      window.removeEventListener('beforeunload', warnBeforeLeaving);
    }
  }

  cancel(): void {
    this.cancelling?.abort();
  }

  /** After the receipt has been shown. */
  startAnew(): void {
    this.key = null;
    this.draft.set(empty);
  }

  private change(part: Partial<Draft>): void {
    this.key = null;
    this.draft.set({ ...this.draft.get(), sending: { kind: 'notYet' }, ...part });
  }

  private say(sending: Sending): void {
    this.draft.set({ ...this.draft.get(), sending });
  }
}

const submissions = new Map<string, Submission>();

export function submissionTo(slug: string): Submission {
  const known = submissions.get(slug) ?? new Submission(slug);
  submissions.set(slug, known);
  return known;
}

export const useDraft = ({ draft }: Submission): Draft => useSyncExternalStore(draft.subscribe, draft.get);

function formOf(files: readonly Chosen[], sender: string): FormData {
  const form = new FormData();
  if (sender.trim() !== '') form.append('sender', sender.trim());
  for (const { file } of files) form.append('file', file);
  return form;
}

const isSame = (one: File, other: File): boolean =>
  one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

const warnBeforeLeaving = (event: BeforeUnloadEvent): void => event.preventDefault();
