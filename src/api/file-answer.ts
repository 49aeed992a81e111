import { StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import type { FileBytes } from '../pipeline/read-files.js';

/**
 * Answers a sender's file so that nothing in it can run here: it is always an attachment, its type is what its bytes are
 * or says nothing, browsers may not guess another, and a page that it might be has no rights at all.
 */
export function attachedFile(response: Response, { fileName, bytes, type }: FileBytes): StreamableFile {
  response.set({
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  });
  return new StreamableFile(bytes, {
    type: type ?? 'application/octet-stream',
    disposition: dispositionOf(fileName),
    length: bytes.byteLength,
  });
}

/** RFC 6266: the name in ASCII for old programs, and as it is (RFC 8187). Nothing of it reaches the header unescaped. */
export function dispositionOf(fileName: string): string {
  const name = fileName.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\]/gu, '_');
  const ascii = name.replace(/[^\x20-\x7e]|["%;]/g, '_');
  const escaped = encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${escaped}`;
}
