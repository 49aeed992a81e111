import { extensionOf } from '../../domain/mail/file-names.js';
import type { ContentKind } from '../../domain/mail/piece.js';
import { fileKindOf } from './file-kind.js';

/** What the sender says of some bytes: hints only, used where the bytes themselves leave it open. */
export interface SenderHints {
  readonly fileName: string;
  /** In lower case, without parameters. */
  readonly mediaType: string;
}

/** What some bytes are. The bytes decide; what the sender says counts among texts and where nothing else is known. */
export function contentKindOf(bytes: Uint8Array, hints: SenderHints): ContentKind {
  if (bytes.byteLength === 0) return 'empty';
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, headBytes));
  if (isProgram(head, hints.fileName)) return 'program';
  const signed = signatures.find(({ begins, at = 0 }) => head.subarray(at, at + begins.length).equals(begins));
  if (signed) return typeof signed.kind === 'string' ? signed.kind : signed.kind(head, hints);
  const file = fileKindOf(bytes, '');
  if (file === 'pdf') return 'pdf';
  const text = head.toString('latin1');
  if (file === 'xml') return markupKind(text);
  const telling = texts.find(({ like }) => like.test(text));
  return telling?.kind ?? kindByHints(head, hints);
}

/** Everything that tells kinds apart stands in the first bytes. */
const headBytes = 8192;

interface Signature {
  readonly begins: Buffer;
  readonly at?: number;
  readonly kind: ContentKind | ((head: Buffer, hints: SenderHints) => ContentKind);
}

const hex = (digits: string): Buffer => Buffer.from(digits, 'hex');

const signatures: readonly Signature[] = [
  { begins: hex('504b0304'), kind: 'zip' },
  { begins: hex('504b0506'), kind: 'zip' },
  { begins: hex('504b0708'), kind: 'zip' },
  { begins: hex('526172211a07'), kind: 'otherArchive' }, // RAR
  { begins: hex('377abcaf271c'), kind: 'otherArchive' }, // 7z
  { begins: hex('1f8b08'), kind: 'otherArchive' }, // gzip
  { begins: hex('425a68'), kind: 'otherArchive' }, // bzip2
  { begins: hex('fd377a585a00'), kind: 'otherArchive' }, // xz
  { begins: Buffer.from('MSCF'), kind: 'otherArchive' }, // cabinet
  { begins: Buffer.from('ustar'), at: 257, kind: 'otherArchive' }, // tar
  { begins: hex('789f3e22'), kind: 'tnef' },
  { begins: hex('d0cf11e0a1b11ae1'), kind: compoundKind },
  { begins: hex('89504e47'), kind: 'image' },
  { begins: hex('ffd8ff'), kind: 'image' },
  { begins: Buffer.from('GIF8'), kind: 'image' },
  { begins: hex('49492a00'), kind: 'image' }, // TIFF
  { begins: hex('4d4d002a'), kind: 'image' },
  { begins: Buffer.from('WEBP'), at: 8, kind: 'image' },
  { begins: Buffer.from('ftyphei'), at: 4, kind: 'image' },
];

const texts: readonly { readonly like: RegExp; readonly kind: ContentKind }[] = [
  { like: /^\s*BEGIN:VCALENDAR/i, kind: 'calendar' },
  { like: /^\s*BEGIN:VCARD/i, kind: 'contact' },
  { like: /^\s*-----BEGIN PGP SIGNATURE-----/, kind: 'detachedSignature' },
  { like: /^\s*-----BEGIN PGP MESSAGE-----/, kind: 'encrypted' },
];

/** Old office documents and Outlook messages share one container; the message's streams bear names of their own. */
function compoundKind(head: Buffer, { fileName }: SenderHints): ContentKind {
  const isMessage = extensionOf(fileName) === 'msg' || head.includes(Buffer.from('__nameid', 'utf16le'));
  return isMessage ? 'outlook' : 'office';
}

function markupKind(head: string): ContentKind {
  const plain = head.replaceAll('\u0000', '');
  if (/<svg[\s>]/i.test(plain)) return 'program'; // may hold scripts, and is no form for an invoice
  return /<(?:!doctype\s+html|html|body|head|script|table|div|p|meta)[\s>]/i.test(plain) ? 'html' : 'xml';
}

/** Windows, Linux and script files; by name also those whose bytes say nothing. */
function isProgram(head: Buffer, fileName: string): boolean {
  const begins = head.toString('latin1', 0, 4);
  return (
    begins.startsWith('MZ') || begins === '\u007fELF' || begins.startsWith('#!') || programs.has(extensionOf(fileName))
  );
}

const programs: ReadonlySet<string> = new Set(
  `ade adp apk app appx bat chm cmd com cpl dll dmg docm dotm exe hta img ins iso isp jar jnlp js jse lib lnk mde msc msi msp mst
   one pif ppam pptm ps1 psm1 reg scr sct sh sys vb vbe vbs vhd vhdx vxd wsc wsf wsh xlam xlsm xltm`.split(/\s+/),
);

const byMediaType: Readonly<Record<string, ContentKind>> = {
  'application/pkcs7-signature': 'detachedSignature',
  'application/x-pkcs7-signature': 'detachedSignature',
  'application/pgp-signature': 'detachedSignature',
  'application/pgp-encrypted': 'encrypted',
  'application/pkcs7-mime': 'signedContainer',
  'application/x-pkcs7-mime': 'signedContainer',
  'application/ms-tnef': 'tnef',
  'application/vnd.ms-tnef': 'tnef',
  'message/delivery-status': 'deliveryStatus',
  'message/disposition-notification': 'deliveryStatus',
  'message/feedback-report': 'deliveryStatus',
  'text/rfc822-headers': 'deliveryStatus',
  'message/rfc822': 'mail',
  'message/global': 'mail',
  'text/calendar': 'calendar',
  'text/vcard': 'contact',
  'text/x-vcard': 'contact',
};

const byExtension: Readonly<Record<string, ContentKind>> = {
  p7s: 'detachedSignature',
  asc: 'detachedSignature',
  sig: 'detachedSignature',
  p7m: 'signedContainer',
  pgp: 'encrypted',
  gpg: 'encrypted',
  eml: 'mail',
  tnef: 'tnef',
  ics: 'calendar',
  vcf: 'contact',
  xml: 'xml',
  msg: 'outlook',
  rar: 'otherArchive',
  '7z': 'otherArchive',
};

function kindByHints(head: Buffer, { fileName, mediaType }: SenderHints): ContentKind {
  const extension = extensionOf(fileName);
  const hinted = byMediaType[mediaType] ?? byExtension[extension];
  if (hinted === 'signedContainer') return isEnveloped(head) ? 'encrypted' : 'signedContainer';
  // Whatever is called a mail has to look like one; everything else is believed.
  if (hinted !== undefined && hinted !== 'mail') return hinted;
  if (hinted === 'mail' || /^(?:message\/|application\/octet-stream|$)/.test(mediaType)) {
    if (looksLikeMail(head.toString('latin1'))) return 'mail';
  }
  return isText(head) ? 'text' : 'unknown';
}

/** Object identifiers of CMS (RFC 5652): envelopedData and authEnvelopedData. */
const enveloped = [hex('2a864886f70d010703'), hex('2a864886f70d0109100117')] as const;

const isEnveloped = (head: Buffer): boolean => enveloped.some((oid) => head.subarray(0, 64).includes(oid));

/** A header line that every mail has, among lines that look like headers. */
function looksLikeMail(head: string): boolean {
  const [headers = ''] = head.split(/\r?\n\r?\n/, 1);
  const named = /^(?:from|received|date|subject|message-id|mime-version|return-path|to):/im.test(headers);
  return named && /^(?:>?From |[!-9;-~]+:)/.test(headers.trimStart());
}

function isText(head: Buffer): boolean {
  return !head.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b));
}
