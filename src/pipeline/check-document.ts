import { keyData, type KeyData } from '../domain/invoice/key-data.js';
import type { ExaminedDocument } from '../domain/validation/examination.js';
import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { CheckExaminer } from './ports/examiner.js';
import { townDay } from './town-day.js';

/** What a file would be found to be, if it were sent. */
export interface CheckedDocument {
  readonly document: ExaminedDocument;
  /** null where nothing could be read. */
  readonly keyData: KeyData | null;
}

/** Checks of one address that may run at the same time, so that one stranger leaves readers for the others. */
const mostOfAddress = 2;

/** Examines a file as a delivery would be, and keeps nothing: no row, no original, no name. */
export class CheckDocument {
  private readonly underWay = new Map<string, number>();

  constructor(
    private readonly examiner: CheckExaminer,
    private readonly clock: Clock,
  ) {}

  async check(
    address: string,
    file: { readonly fileName: string; readonly bytes: Uint8Array },
  ): Promise<Outcome<readonly CheckedDocument[]>> {
    const own = this.underWay.get(address) ?? 0;
    if (own >= mostOfAddress) return refused('checksBusy');
    this.underWay.set(address, own + 1);
    try {
      const answer = await this.examiner.examine(file.bytes, file.fileName, townDay(this.clock.now()));
      if (answer.kind === 'unavailable') return refused('checksBusy');
      if (answer.kind === 'broke') return refused('checkBroke');
      return done(answer.examination.documents.map(checked));
    } finally {
      this.leave(address);
    }
  }

  private leave(address: string): void {
    const left = (this.underWay.get(address) ?? 1) - 1;
    if (left === 0) this.underWay.delete(address);
    else this.underWay.set(address, left);
  }
}

const checked = (document: ExaminedDocument): CheckedDocument => ({
  document,
  keyData: document.invoice && keyData(document.invoice),
});
