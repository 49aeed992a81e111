import { dovecotIsInstalled } from '../../support/dovecot.js';
import { openWebTown, type WebTown } from '../web-town.js';

let opened: Promise<WebTown> | null = null;

/** The one town of all journeys: a service, a mailbox and a browser of its own cost each of them more than its steps. */
export const theTown = (): Promise<WebTown> => (opened ??= openWebTown({ withMail: dovecotIsInstalled() }));

/** Between two journeys: everybody goes home, and nothing may have been complained of. */
export async function clearTheTown(): Promise<void> {
  if (opened === null) return;
  const { browser, complaints } = await opened;
  for (const context of browser.contexts()) await context.close();
  // Taken out, so that they are held against this journey and not against the next.
  expect(complaints.splice(0)).toEqual([]);
}

export async function closeTheTown(): Promise<void> {
  await (await opened)?.close();
}
