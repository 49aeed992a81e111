import { demoInvoices } from '../demo/make-invoices.js';
import { ServiceClient } from '../demo/service-client.js';
import type { AttachedFile } from '../demo/sendings.js';
import type { SetUpTown } from '../demo/set-up-town.js';
import { tenant } from '../demo/town.js';
import type { Addresses } from './every-page.js';
import type { MoreAddresses, MorePaper } from './more-pages.js';
import { untilJudged } from './played-town.js';

/**
 * What only the pictures show: papers of the unhappy kind, a capture that waits for a second person, a mailbox whose
 * server is away, a delivery at the counter.
 * @param passwordOf what each person chooses on first signing in.
 * @param scan a PNG.
 */
export async function playMore(
  url: string,
  { keys, passwords }: SetUpTown,
  passwordOf: (login: string) => string,
  addresses: Addresses,
  scan: Uint8Array,
): Promise<MoreAddresses> {
  const machine = new ServiceClient(url);
  const ids = new Map<MorePaper, string>();
  const papers: readonly (AttachedFile & { readonly fileName: MorePaper })[] = [
    { fileName: 'broken.pdf', mediaType: 'application/pdf', bytes: Buffer.from(brokenPdf) },
    { fileName: 'scan.png', mediaType: 'image/png', bytes: scan },
  ];
  for (const { fileName, ...file } of papers) {
    const { parts } = await machine.withKey(keys.deliver).deliver({ fileName, ...file }, `more-${fileName}`);
    const id = parts[0]?.invoiceId ?? '';
    await untilJudged(machine.withKey(keys.finance), id);
    ids.set(fileName, id);
  }
  const oneTimePassword = (login: string) => passwords.get(login) ?? '';
  const asPerson = (login: string) => machine.signIn(tenant.slug, login, oneTimePassword(login), passwordOf(login));
  const sofia = await asPerson('sofia');
  const furniture = addresses.invoiceId('07-schulmoebel-facturx.pdf');
  await sofia.decide(furniture, { action: 'claim' }, 'more-claim');
  await sofia.decide(furniture, { action: 'decline', reason: 'Die Möbel wurden nicht bestellt.' }, 'more-decline');
  const capture = { action: 'capture', capture: readOffPaper };
  await (await asPerson('eingang')).decide(addresses.invoiceId('19-ohne-daten.pdf'), capture, 'more-capture');
  await (await asPerson('admin')).openMailbox(awayMailbox, 'more-mailbox');
  const counterToken = await machine.bringToCounter(
    tenant.slug,
    'Papierhof Lindner',
    await severalFiles(),
    'more-counter',
  );
  return { ...addresses, paperId: (file) => ids.get(file) ?? '', counterToken, oneTimePassword, asPerson };
}

/** Its pages are missing. */
const brokenPdf = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n%%EOF\n';

/** What a clerk reads off the paper. */
const readOffPaper = {
  ...{ kind: 'invoice', number: 'K-2026-17', issueDate: '2026-03-17', dueDate: '2026-04-16', currency: 'EUR' },
  ...{ sellerName: 'Klempnerei Kranz', sellerVatId: null, sellerTaxNumber: '26/123/45678' },
  ...{ iban: 'DE48999000010001234501', bic: null, orderReference: null, buyerReference: null },
  ...{ net: '100.00', vat: '19.00', gross: '119.00', payable: '119.00' },
};

/** Nobody listens on the lowest port. */
const awayMailbox = {
  ...{ name: 'Rechnungseingang Rathaus', address: 'rechnung@auenfurt.example', isRelay: false, answers: true },
  settings: {
    imap: {
      ...{ host: '127.0.0.1', port: 1, security: 'none', user: 'rechnung', auth: 'password', folder: 'INBOX' },
      ...{ afterwards: { kind: 'markSeen' }, since: null, unencryptedAllowed: false },
    },
    smtp: null,
  },
  secret: { imap: 'geheim', smtp: null },
};

/** Known before, rejected, and something beside them. */
async function severalFiles(): Promise<readonly AttachedFile[]> {
  const files = await demoInvoices();
  const some = files.filter(({ fileName }) => /^(?:05|06|16)-/.test(fileName));
  const note = { fileName: 'lieferschein.txt', mediaType: 'text/plain', bytes: Buffer.from('Geliefert am 3. März.') };
  return [...some, note];
}
