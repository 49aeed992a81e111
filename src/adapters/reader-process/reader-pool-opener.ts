import {
  DocumentOpener,
  type ContainedFile,
  type Opened,
  type OpenedDocument,
  type SourceText,
} from '../../pipeline/ports/document-opener.js';
import type { OpeningOrder } from './opening-order.js';
import type { ReaderPool } from './reader-pool.js';

/** Opens documents in the pool of readers that also judges them. */
export class ReaderPoolOpener extends DocumentOpener {
  constructor(private readonly pool: Pick<ReaderPool, 'ask'>) {
    super();
  }

  contained(document: OpenedDocument): Promise<Opened<readonly ContainedFile[]>> {
    const order = { kind: 'contained', embeddedSha256: document.embeddedSha256 } as const;
    return this.open(document, order, (value) => {
      const files = value as readonly (Omit<ContainedFile, 'head'> & { readonly head: string })[];
      return files.map((file) => ({ ...file, head: Buffer.from(file.head, 'base64') }));
    });
  }

  containedBytes(document: OpenedDocument, index: number): Promise<Opened<Uint8Array | null>> {
    const order = { kind: 'containedBytes', embeddedSha256: document.embeddedSha256, index } as const;
    return this.open(document, order, (value) => {
      const found = value as { readonly base64: string } | null;
      return found && Buffer.from(found.base64, 'base64');
    });
  }

  source(document: OpenedDocument): Promise<Opened<SourceText | null>> {
    const order = { kind: 'source', embeddedSha256: document.embeddedSha256 } as const;
    return this.open(document, order, (value) => value as SourceText | null);
  }

  private async open<T>(
    { bytes, fileName }: OpenedDocument,
    order: OpeningOrder,
    read: (value: unknown) => T,
  ): Promise<Opened<T>> {
    const answer = await this.pool.ask(order, bytes, fileName);
    if (answer.kind === 'unavailable') return { kind: 'unavailable' };
    return answer.kind === 'opened' ? { kind: 'opened', value: read(answer.value) } : { kind: 'broke' };
  }
}
