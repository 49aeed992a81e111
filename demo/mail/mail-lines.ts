import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { town } from '../invoices/parties.js';

/** Where suppliers send their mails, in the writing in which servers compare it. */
export const townAddress = town.mail;

/** Taken where nobody else listens on them. */
export const preferredPorts = { smtp: 8325, town: 8343, others: 8344 } as const;

/** Everybody's password in the demonstration; it is printed, and everything listens on this machine only. */
export const password = 'schiffe-auf-dem-rhein';

export const mailAccounts = {
  town: { login: 'rechnung', password },
  others: { login: 'lieferanten', password },
} as const;

const lines = z.object({ smtp: z.int(), town: z.int(), others: z.int() });

/** Ports on 127.0.0.1: SMTP for everybody, IMAP for the town's mailbox and for everybody else's. */
export type MailLines = z.infer<typeof lines>;

export const fileOfLines = (dataFolder: string): string => join(dataFolder, 'mail', 'lines.json');

/** Where the mail servers of the running demonstration listen; null: it has never run in this folder. */
export async function readLines(dataFolder: string): Promise<MailLines | null> {
  try {
    return lines.parse(JSON.parse(await readFile(fileOfLines(dataFolder), 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
