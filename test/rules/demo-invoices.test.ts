import { departments, people, routingRules, townLeitwegId, type DepartmentCode } from '../../demo/town.js';
import { expectedOutcomes } from '../../demo/expected-outcomes.js';
import { daysFor } from '../../demo/days.js';
import * as described from '../../demo/invoices/descriptions.js';
import { demoInvoices } from '../../demo/make-invoices.js';
import { readPdf } from '../../src/adapters/pdf/read-pdf.js';
import { parseXml } from '../../src/adapters/xml/parse-xml.js';
import type { Role } from '../../src/domain/approval/roles.js';
import { duplicateKey } from '../../src/domain/invoice/duplicate-key.js';
import type { Invoice } from '../../src/domain/invoice/invoice.js';
import { keyData } from '../../src/domain/invoice/key-data.js';
import { readInvoice } from '../../src/domain/reading/read-invoice.js';
import type { XmlElement } from '../../src/domain/reading/xml-tree.js';
import { route, type RoutingBook } from '../../src/domain/routing/route.js';
import { checkStructure } from '../../src/domain/rules/structure/check-structure.js';

const files = await demoInvoices();
const descriptions = Object.values(described);

describe('the files of the demonstration', () => {
  it('are made for every expected outcome, each under its own name', () => {
    const names = files.map((file) => file.fileName);
    expect(names.length).toBeGreaterThanOrEqual(16);
    expect([...names].sort()).toEqual(Object.keys(expectedOutcomes).sort());
    expect(new Set(names).size).toBe(names.length);
  });

  it('have the same bytes whenever they are made', async () => {
    const again = await demoInvoices();
    expect(again.map((file) => Buffer.from(file.bytes).toString('base64'))).toEqual(
      files.map((file) => Buffer.from(file.bytes).toString('base64')),
    );
  });

  it('lie to another day as they lie to the one they are described for', () => {
    const { moved, on } = daysFor('2028-03-01');
    expect(['2026-03-30', '2026-03-02', '2026-04-01'].map(moved)).toEqual(['2028-03-01', '2028-02-02', '2028-03-03']);
    expect(on(described.correction)).toMatchObject({ issued: '2028-02-10', due: '2028-03-11' });
  });

  it('repeat the bytes of another file where the outcome says so, and nowhere else', () => {
    const nameByBytes = new Map<string, string>();
    const repeats = files.map((file) => {
      const bytes = Buffer.from(file.bytes).toString('base64');
      const earlier = nameByBytes.get(bytes) ?? null;
      nameByBytes.set(bytes, earlier ?? file.fileName);
      return earlier;
    });
    expect(repeats).toEqual(files.map((file) => file.expected.repeatOf));
  });

  it('name sellers, accounts and recipients with right check digits, but for the one that is meant to be wrong', () => {
    const leitwegIds = descriptions.flatMap((each) => each.buyerReference ?? []);
    expect(leitwegIds.filter((id) => !hasRightLeitwegDigits(id))).toEqual([described.wrongCheckDigits.buyerReference]);
    for (const { seller } of descriptions) {
      expect([seller.iban, hasRightIbanDigits(seller.iban)]).toEqual([seller.iban, true]);
      expect([seller.vatId, hasRightVatDigit(seller.vatId)]).toEqual([seller.vatId, true]);
    }
  });

  it('use one account per seller, but for the changed one', () => {
    const accounts = new Map<string, Set<string>>();
    for (const { seller } of descriptions.filter((each) => each !== described.newAccount)) {
      accounts.set(seller.vatId, (accounts.get(seller.vatId) ?? new Set()).add(seller.iban));
    }
    expect([...accounts.values()].map((ibans) => ibans.size)).toEqual([...accounts].map(() => 1));
    expect(accounts.get(described.newAccount.seller.vatId)).not.toContain(described.newAccount.seller.iban);
  });
});

describe('the structure of the files of the demonstration', () => {
  const wrong: readonly string[] = ['16-nicht-wohlgeformt.xml', '17-falsche-struktur-ubl.xml', '20-entity-bombe.xml'];

  it('is right wherever it is not meant to be wrong', async () => {
    const right = files.filter(({ fileName }) => !wrong.includes(fileName) && fileName !== '19-ohne-daten.pdf');
    for (const { fileName, bytes } of right) {
      const root = await treeOf(bytes);
      const findings = checkStructure(root, root.name === 'CrossIndustryInvoice' ? 'cii' : 'ubl');
      expect([fileName, findings]).toEqual([fileName, []]);
    }
  });
});

describe('the way of the accepted files', () => {
  const accepted = files.filter(({ expected }) => expected.verdict === 'accepted');

  it.each(accepted.map((file) => [file.fileName, file] as const))('%s: where routing sends it', async (_, file) => {
    const invoice = await invoiceOf(file.bytes);
    const key = keyData(invoice);
    const routing = route(
      { buyerReference: key.buyer.reference, orderReference: key.orderReference, sellerVatId: key.seller.vatId },
      book,
    );
    const { department, reason } = file.expected;
    const isDoubt = reason === 'suspectedDuplicate' || reason === 'accountChanged';
    if (isDoubt) expect(routing).toMatchObject({ kind: 'routed', departmentId: 'HAUPTAMT' });
    else if (department === null) expect(routing).toMatchObject({ kind: 'clearing', reason });
    else expect(routing).toMatchObject({ kind: 'routed', departmentId: department });
  });

  it('suspects the copy in the other syntax, and no other', async () => {
    const keys = new Map<string, string[]>();
    for (const { fileName, bytes, expected } of accepted) {
      if (expected.repeatOf === null) {
        const key = traitsOf(await invoiceOf(bytes));
        keys.set(key, [...(keys.get(key) ?? []), fileName]);
      }
    }
    expect([...keys.values()].filter((names) => names.length > 1)).toEqual([
      ['01-it-wartung-ubl.xml', '22-dublette-als-cii.xml'],
    ]);
  });
});

describe('the town of the demonstration', () => {
  it('is reached by Leitweg-IDs with right check digits, none of them twice', () => {
    const ids = [townLeitwegId, ...departments.flatMap(({ leitwegIds }) => leitwegIds)];
    expect(ids.filter((id) => !hasRightLeitwegDigits(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(departments.map(({ code }) => code))('has two confirmers and somebody else to order in %s', (department) => {
    const arithmetical = loginsOf('arithmeticalConfirmer', department);
    expect(arithmetical).toHaveLength(2);
    expect(arithmetical).toEqual(expect.arrayContaining(loginsOf('factualConfirmer', department)));
    const orderers = loginsOf('orderer', department);
    expect(orderers.length).toBeGreaterThan(0);
    expect(orderers.filter((login) => arithmetical.includes(login))).toEqual([]);
  });

  it('keeps the cash office apart from those who confirm and order', () => {
    const cashiers = people.filter((person) => person.grants.some(({ role }) => role === 'cashier'));
    expect(cashiers).toHaveLength(1);
    expect(cashiers.flatMap((person) => person.grants.map(({ role }) => role))).toEqual(['cashier']);
  });

  it('has a department behind every rule and every expected queue', () => {
    const codes: string[] = departments.map(({ code }) => code);
    const named = [
      ...routingRules.map(({ department }) => department),
      ...Object.values(expectedOutcomes).flatMap(({ department }) => department ?? []),
    ];
    expect(named.filter((code) => !codes.includes(code))).toEqual([]);
  });
});

const book: RoutingBook = {
  leitwegIds: [
    { leitwegId: townLeitwegId, departmentId: null },
    ...departments.flatMap(({ code, leitwegIds }) =>
      leitwegIds.map((leitwegId) => ({ leitwegId, departmentId: code })),
    ),
  ],
  rules: routingRules.map(({ department, ...rule }, position) => ({
    ...rule,
    ...{ id: rule.name, position, departmentId: department },
  })),
};

/** The invoice's tree, out of the PDF where it lies in one. */
async function treeOf(bytes: Uint8Array): Promise<XmlElement> {
  const pdf = Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-' ? await readPdf(bytes) : null;
  const embedded = pdf?.ok ? pdf.files[0]?.xml : undefined;
  const parsed = parseXml(embedded ?? bytes);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return parsed.root;
}

async function invoiceOf(bytes: Uint8Array): Promise<Invoice> {
  const { invoice } = readInvoice(await treeOf(bytes));
  if (invoice === null) throw new Error('The document is of no syntax that can be read.');
  return invoice;
}

function traitsOf(invoice: Invoice): string {
  const { seller, payee, totals, number, issueDate, currency } = keyData(invoice);
  const key = duplicateKey({
    sellerVatId: seller.vatId,
    sellerTaxNumber: seller.taxNumber,
    iban: payee.iban,
    sellerName: seller.name,
    number,
    issueDate,
    gross: totals.gross,
    currency,
  });
  if (key === undefined) throw new Error('The invoice has no duplicate key.');
  return key;
}

function loginsOf(role: Role, department: DepartmentCode): string[] {
  return people
    .filter((person) =>
      person.grants.some((grant) => grant.role === role && (grant.department ?? department) === department),
    )
    .map(({ login }) => login);
}

/** ISO 7064 MOD 97-10 over the id without hyphens. */
function hasRightLeitwegDigits(id: string): boolean {
  return remainderOf97(id.replaceAll('-', '')) === 1;
}

/** ISO 13616: the first four characters go to the end. */
function hasRightIbanDigits(iban: string): boolean {
  return remainderOf97(iban.slice(4) + iban.slice(0, 4)) === 1;
}

function remainderOf97(text: string): number {
  const digits = [...text.toUpperCase()].map((character) => parseInt(character, 36).toString()).join('');
  return [...digits].reduce((remainder, digit) => (remainder * 10 + Number(digit)) % 97, 0);
}

/** ISO 7064 MOD 11,10, as the German VAT id uses it. */
function hasRightVatDigit(vatId: string): boolean {
  const product = [...vatId.slice(2, 10)].reduce((carried, digit) => {
    const sum = (Number(digit) + carried) % 10;
    return (2 * (sum === 0 ? 10 : sum)) % 11;
  }, 10);
  return vatId.endsWith(String((11 - product) % 10));
}
