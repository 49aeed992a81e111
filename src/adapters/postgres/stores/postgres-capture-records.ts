import type { EntityManager } from 'typeorm';
import type { CapturedTerms } from '../../../domain/invoice/captured-terms.js';
import type { CaptureRecord, CaptureRecords, ClearingNote } from '../../../pipeline/ports/capture-records.js';
import { CaptureEntity } from '../entities/invoice.entities.js';
import { clearingNotesOf } from './clearing-notes.js';

export class PostgresCaptureRecords implements CaptureRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  async add(
    invoiceId: string,
    capture: Pick<CaptureRecord, 'version' | 'terms' | 'capturedBy' | 'capturedAt'>,
  ): Promise<void> {
    await this.manager.insert(CaptureEntity, {
      ...capture,
      terms: capture.terms as object,
      tenantId: this.tenantId,
      invoiceId,
    });
  }

  async find(invoiceId: string): Promise<CaptureRecord | null> {
    const found = await this.manager.findOne(CaptureEntity, {
      where: { tenantId: this.tenantId, invoiceId },
      order: { version: 'DESC' },
    });
    return found && { ...found, terms: found.terms as CapturedTerms };
  }

  notes(invoiceIds: readonly string[]): Promise<readonly ClearingNote[]> {
    return clearingNotesOf(this.manager, this.tenantId, invoiceIds);
  }

  async confirm(invoiceId: string, version: number, by: string, at: Date): Promise<void> {
    await this.manager.update(
      CaptureEntity,
      { tenantId: this.tenantId, invoiceId, version },
      { confirmedBy: by, confirmedAt: at },
    );
  }
}
