/** What the demonstration uses of hoodiecrow-imap, which brings no types. */
declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  interface Message {
    readonly uid: number;
    readonly raw: string;
    readonly flags: readonly string[];
    readonly internaldate: Date;
  }

  interface ImapServer {
    readonly server: Server;
    appendMessage(folder: string, flags: readonly string[], arrivedAt: Date, raw: string): unknown;
  }

  export default function hoodiecrow(options: {
    readonly plugins: readonly string[];
    readonly users: Readonly<Record<string, { readonly password: string }>>;
    readonly storage: {
      readonly INBOX: {
        readonly uidvalidity: number;
        readonly uidnext: number;
        readonly messages: Message[];
      };
    };
  }): ImapServer;
}
