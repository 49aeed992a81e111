import { createTransport } from 'nodemailer';
import type { AttachedFile, Sending } from '../sendings.js';

/** A mail as a supplier's mail program writes it. */
export interface Composed extends Pick<Sending, 'subject' | 'text' | 'language' | 'headers' | 'files'> {
  readonly from: { readonly name: string; readonly mail: string };
  readonly to: string;
  /** With its angle brackets. */
  readonly messageId: string;
}

/** Hands it to the demonstration's mail server. */
export async function sendMail(smtpPort: number, mail: Composed): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true });
  try {
    await transport.sendMail(optionsOf(mail));
  } finally {
    transport.close();
  }
}

/** The mail's bytes, for what is forwarded. */
export async function composeMail(mail: Composed): Promise<Uint8Array> {
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail(optionsOf(mail));
  if (!Buffer.isBuffer(message)) throw new Error('the mail was not written into memory');
  return message;
}

const optionsOf = ({ from, to, messageId, subject, text, language, headers, files }: Composed) => ({
  from: { name: from.name, address: from.mail },
  ...{ to, messageId, subject, text },
  headers: { 'Content-Language': language, ...headers },
  attachments: files.map(attachment),
});

/** A forwarded mail is attached as it is: none may be encoded anew (RFC 2046, 5.2.1). */
const attachment = ({ fileName, mediaType, bytes }: AttachedFile) => ({
  filename: fileName,
  contentType: mediaType,
  content: Buffer.from(bytes),
  ...(mediaType === 'message/rfc822' ? { contentTransferEncoding: '8bit' as const } : {}),
});
