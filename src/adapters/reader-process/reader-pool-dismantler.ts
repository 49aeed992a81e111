import type { DeliveryRoom } from '../../domain/mail/piece.js';
import {
  Dismantler,
  type DismantlerAnswer,
  type Dismantling,
  type TakenPiece,
  type WholePart,
} from '../../pipeline/ports/dismantler.js';
import type { ReaderPool } from './reader-pool.js';

/** Takes parts of deliveries apart in the pool of readers that also judges documents. */
export class ReaderPoolDismantler extends Dismantler {
  constructor(private readonly pool: Pick<ReaderPool, 'ask'>) {
    super();
  }

  async takeApart({ bytes, fileName, mediaType }: WholePart, how: Dismantling): Promise<DismantlerAnswer> {
    const answer = await this.pool.ask({ kind: 'takeApart', mediaType, ...how }, bytes, fileName);
    if (answer.kind === 'examined' || answer.kind === 'opened') return { kind: 'broke', cause: 'crash' };
    // A reader that its document has taken over does not keep to the room that it was given.
    const isBeyond = answer.kind === 'takenApart' && !fits(answer.pieces, how.room);
    return isBeyond ? { kind: 'broke', cause: 'crash' } : answer;
  }
}

/** The part itself, which comes first, takes no room. */
const fits = ([, ...found]: readonly TakenPiece[], { parts, totalBytes }: DeliveryRoom): boolean =>
  found.length <= parts && found.reduce((sum, { bytes }) => sum + (bytes?.byteLength ?? 0), 0) <= totalBytes;
