import busboy, { type FileInfo } from 'busboy';
import type { Request } from 'express';
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { SentPart } from '../pipeline/accept-delivery.js';
import type { Limits } from '../pipeline/limits.js';
import { inMegabytes, isUsableText } from './body-door.js';
import { printableFileName, usableMediaType } from './file-name.js';
import { Problem } from './problem.js';

/** What a multipart request holds: its files in their order, its fields by name. */
export interface MultipartContent {
  readonly parts: readonly SentPart[];
  readonly fields: Readonly<Record<string, string>>;
}

/** Fields are few and short; they only accompany the files. */
const fieldLimits = { fields: 10, fieldNameSize: 100, fieldSize: 1000, headerPairs: 20 } as const;

/** Boundaries and headers of the parts, beside their bytes. */
const overheadBytes = 1024 * 1024;

/** How much is still taken, and for how long, from a caller whose request is refused, so that the answer can be read. */
const discarded = { bytes: 64 * 1024 * 1024, ms: 3_000 } as const;

/**
 * Bytes that reading the request may hold in memory: what it announces, else the most that a delivery may have.
 * @throws Problem if it announces more than that
 */
export async function roomFor(request: Request, limits: Limits): Promise<number> {
  const most = limits.deliveryBytes + overheadBytes;
  const announced = Number(request.headers['content-length'] ?? most);
  if (announced <= most) return announced;
  await discard(request);
  throw refusal('deliveryTooLarge', { limit: inMegabytes(limits.deliveryBytes) });
}

/**
 * Reads a multipart request as it streams in; the first limit that is passed ends the reading, and nothing of it is
 * kept. The rest is discarded unseen, up to a bound, because a caller reads no answer while it still sends.
 * @throws Problem
 */
export async function readMultipart(request: Request, limits: Limits): Promise<MultipartContent> {
  const reading = startReading(request, limits);
  try {
    return await reading.content(request);
  } catch (error) {
    await discard(request);
    throw error;
  }
}

function startReading(request: Request, limits: Limits): MultipartReading {
  if (!/^multipart\/form-data\s*;/i.test(request.headers['content-type'] ?? ''))
    throw Problem.atTheDoor('formatNotTaken', { expected: 'multipart/form-data' });
  try {
    return new MultipartReading(request, limits);
  } catch {
    // Busboy has nothing to find the parts by: the boundary is missing.
    throw Problem.atTheDoor('bodyUnreadable');
  }
}

class MultipartReading {
  private readonly parser: busboy.Busboy;
  private readonly parts: SentPart[] = [];
  private readonly fields = new Map<string, string>();
  private files = 0;
  private bytes = 0;
  private fail: (problem: unknown) => void = () => undefined;

  constructor(
    request: Request,
    private readonly limits: Limits,
  ) {
    this.parser = busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      preservePath: true,
      limits: { ...fieldLimits, fileSize: limits.fileBytes + 1, files: limits.parts + 1 },
    });
  }

  content(request: Request): Promise<MultipartContent> {
    return new Promise((resolve, reject) => {
      this.fail = (problem) => {
        request.unpipe(this.parser);
        reject(problem);
      };
      this.parser.on('file', (_field, stream, info) => this.takeFile(stream, info));
      this.parser.on('field', (name, value, info) => this.takeField(name, value, info));
      this.parser.on('fieldsLimit', () => this.fail(invalid('multipart')));
      this.parser.on('error', () => this.fail(Problem.atTheDoor('bodyUnreadable')));
      this.parser.on('close', () => resolve({ parts: this.parts, fields: Object.fromEntries(this.fields) }));
      request.on('error', (error) => this.fail(error));
      request.on('aborted', () => this.fail(Problem.atTheDoor('bodyUnreadable')));
      request.pipe(this.parser);
    });
  }

  private takeFile(stream: Readable, { filename, mimeType }: FileInfo): void {
    this.files += 1;
    const position = this.files;
    const fileName = printableFileName(filename, position);
    if (position > this.limits.parts) this.fail(refusal('tooManyParts', { limit: String(this.limits.parts) }));
    const chunks: Buffer[] = [];
    let size = 0;
    stream.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      this.bytes += chunk.byteLength;
      if (size > this.limits.fileBytes)
        this.fail(refusal('fileTooLarge', { fileName, limit: inMegabytes(this.limits.fileBytes) }));
      else if (this.bytes > this.limits.deliveryBytes)
        this.fail(refusal('deliveryTooLarge', { limit: inMegabytes(this.limits.deliveryBytes) }));
      else chunks.push(chunk);
    });
    // The file's own end may be missing; the parser tells that as its error.
    stream.on('error', () => undefined);
    stream.on('end', () => {
      this.parts.push({ fileName, mediaType: usableMediaType(mimeType), bytes: Buffer.concat(chunks, size) });
    });
  }

  private takeField(name: string, value: string, info: busboy.FieldInfo): void {
    if (info.nameTruncated || info.valueTruncated || this.fields.has(name)) this.fail(invalid('multipart'));
    this.fields.set(name, value);
  }
}

const refusal = (code: 'fileTooLarge' | 'deliveryTooLarge' | 'tooManyParts', values: Record<string, string>): Problem =>
  Problem.ofRefusal({ code, values });

const invalid = (places: string): Problem => Problem.atTheDoor('invalidRequest', { places });

/** Takes what still comes and forgets it, until the request ends or the caller has been listened to long enough. */
function discard(request: Request): Promise<void> {
  if (request.readableEnded || request.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    let bytes = 0;
    const deadline = setTimeout(resolve, discarded.ms);
    const enough = (): void => {
      clearTimeout(deadline);
      resolve();
    };
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.byteLength;
      if (bytes > discarded.bytes) enough();
    });
    for (const end of ['end', 'close', 'error'] as const) request.on(end, enough);
    request.resume();
  });
}

/** The fields, as the schema has them. @throws Problem that names what is missing, too much or no usable text. */
export function usableFields<T>(fields: MultipartContent['fields'], schema: z.ZodType<T>): T {
  const read = schema.safeParse(fields);
  if (!Object.values(fields).every(isUsableText)) throw Problem.atTheDoor('textNotUsable');
  if (read.success) return read.data;
  throw invalid(read.error.issues.map(({ path, code }) => path.map(String).join('.') || code).join(', '));
}
