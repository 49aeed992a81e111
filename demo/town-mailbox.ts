import { mailAccounts, townAddress } from './mail/mail-lines.js';
import type { ServiceClient } from './service-client.js';

const settingsAt = (port: number) => ({
  imap: {
    ...{ host: '127.0.0.1', port, security: 'none', user: mailAccounts.town.login, auth: 'password', folder: 'INBOX' },
    ...{ afterwards: { kind: 'markSeen' }, since: null, unencryptedAllowed: false },
  },
  smtp: null,
});

/** Opens the town's mailbox as an administrator would; where the mail server listens on another port now, that is changed. */
export async function openTownMailbox(administrator: ServiceClient, imapPort: number): Promise<void> {
  const [known] = await administrator.mailboxes();
  const named = { name: 'Rechnungseingang', address: townAddress, isRelay: false, answers: true };
  if (!known) {
    const secret = { imap: mailAccounts.town.password, smtp: null };
    await administrator.openMailbox({ ...named, settings: settingsAt(imapPort), secret }, 'demo-mailbox');
    return;
  }
  if (known.settings.imap.port === imapPort) return;
  const { id, name, address, isRelay, answers } = known;
  const changed = { name, address, isRelay, answers, settings: settingsAt(imapPort), secret: null };
  await administrator.changeMailbox(id, changed, `demo-mailbox-${Date.now()}`);
}
