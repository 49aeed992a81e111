/** Where an export is written to: named files, each written once and as a stream. */
export abstract class ExportTarget {
  /** @param name may lie in a folder of the export (`keys/x.pem`). */
  abstract file(name: string): Promise<ExportFile>;
  /** Whether a file of this name has been begun. */
  abstract has(name: string): Promise<boolean>;
}

export interface ExportFile {
  /** Resolves once there is room for more: no more than a few pieces are in memory. */
  write(piece: string | Uint8Array): Promise<void>;
  /** Resolves once everything is on disk. */
  close(): Promise<void>;
}
