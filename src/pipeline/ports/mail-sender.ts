/** A mail as it is to be written: every text is put into the right form by the sender. */
export interface OutgoingMail {
  /** With its angle brackets; a repeat bears the same. */
  readonly messageId: string;
  readonly date: Date;
  readonly from: { readonly name: string; readonly address: string };
  /** Where people write to who answer; null: to `from`. */
  readonly replyTo: string | null;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: 'de' | 'en';
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** Where one request ends a subscription (RFC 8058); null where there is none. */
  readonly endLink: string | null;
  /** Nobody's mail has caused it. */
  readonly isUnasked?: true;
}

/** A server that takes mail out. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** tls from the first byte, starttls before anything is said, or none for a server on this machine. */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user: string | null;
  readonly password: string | null;
  /** Takes the password's place (XOAUTH2). */
  readonly accessToken?: string;
}

/** `cause` is a short code or the server's own words, without addresses of people. */
export type SendResult =
  | { readonly kind: 'sent' }
  | { readonly kind: 'temporary'; readonly cause: string; readonly signInRefused?: boolean }
  | { readonly kind: 'permanent'; readonly cause: string };

/** Hands mails to a server. They leave with an empty return path, so that nothing comes back that could be answered. */
export abstract class MailSender {
  /** @param server null: the installation's own. Never rejects: what went wrong is an answer. */
  abstract send(mail: OutgoingMail, server: MailServer | null): Promise<SendResult>;
  /** Breaks off what is under way, at once and for good: `temporary`, `stopped`. */
  abstract stop(): void;
}
