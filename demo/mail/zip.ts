import { crc32 } from 'node:zlib';

export interface ZippedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** A ZIP archive (APPNOTE.TXT, 4.3) whose files lie in it as they are, without being packed. */
export function zip(files: readonly ZippedFile[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { fileName, bytes } of files) {
    const name = Buffer.from(fileName);
    const common = commonFields(bytes, name);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, name, bytes]);
    // Comment, disk and attributes stay empty; at the end the place of the file itself.
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), common, place, name]));
    locals.push(local);
    offset += local.byteLength;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.byteLength, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, list, end]);
}

/** From the version needed up to the length of the extra field: the same in the local header and in the directory. */
function commonFields(bytes: Uint8Array, name: Buffer): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  // Bit 11: the name is UTF-8.
  fields.writeUInt16LE(0x0800, 2);
  // 1 January 1980, the earliest day that there is: the same files make the same bytes.
  fields.writeUInt16LE(0x0021, 8);
  fields.writeUInt32LE(crc32(bytes), 10);
  fields.writeUInt32LE(bytes.byteLength, 14);
  fields.writeUInt32LE(bytes.byteLength, 18);
  fields.writeUInt16LE(name.byteLength, 22);
  return fields;
}
