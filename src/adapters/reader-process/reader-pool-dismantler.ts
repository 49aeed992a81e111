import { Dismantler, type DismantlerAnswer, type WholePart } from '../../pipeline/ports/dismantler.js';
import type { ReaderPool } from './reader-pool.js';

/** Takes parts of deliveries apart in the pool of readers that also judges documents. */
export class ReaderPoolDismantler extends Dismantler {
  constructor(private readonly pool: Pick<ReaderPool, 'ask'>) {
    super();
  }

  async takeApart({ bytes, fileName, mediaType }: WholePart, thorough: boolean): Promise<DismantlerAnswer> {
    const answer = await this.pool.ask({ kind: 'takeApart', mediaType, thorough }, bytes, fileName);
    return answer.kind === 'examined' || answer.kind === 'opened' ? { kind: 'broke', cause: 'crash' } : answer;
  }
}
