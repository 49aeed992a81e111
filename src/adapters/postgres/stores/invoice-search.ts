import type { EntityManager } from 'typeorm';
import type { Search } from '../../../domain/invoice/search-text.js';
import type { Selection } from '../../../pipeline/ports/desk-records.js';

/** The text that the search looks through, and what the index finds it by. */
export async function writeSearchText(
  manager: EntityManager,
  tenantId: string,
  invoiceId: string,
  text: string,
): Promise<void> {
  await manager.query(
    `INSERT INTO eingang.invoice_search (tenant_id, invoice_id, text, grams) VALUES ($1, $2, $3, eingang.search_grams($1, $3))
     ON CONFLICT (tenant_id, invoice_id) DO UPDATE SET text = excluded.text, grams = excluded.grams`,
    [tenantId, invoiceId, text],
  );
}

/** Found by the index up to this many. What is more frequent is met soon enough by going through a list in its order. */
const mostFound = 4000;

/** The index holds three letters in a row. */
const shortestIndexed = 3;

/**
 * The invoices that a search finds among the selected states and departments; null: too many, or its words are too
 * short, and the list has to be gone through.
 */
export async function foundBySearch(
  manager: EntityManager,
  tenantId: string,
  { spellings, cents }: Search,
  { states, departmentIds }: Pick<Selection, 'states' | 'departmentIds'>,
): Promise<readonly string[] | null> {
  if (spellings.some((words) => words.every((word) => word.length < shortestIndexed))) return null;
  const found = new Set<string>();
  const among = [states ?? null, departmentIds, mostFound + 1];
  const add = (rows: readonly { readonly id: string }[]) => rows.forEach(({ id }) => found.add(id));
  for (const words of spellings)
    add(await manager.query('SELECT id FROM eingang.search_invoices($1, $2, $3, $4) AS id', [words, ...among]));
  if (cents !== null && found.size <= mostFound)
    add(
      await manager.query(
        `SELECT id FROM eingang.invoice WHERE tenant_id = $1 AND (gross_cents = $2 OR payable_cents = $2)
           AND ($3::text[] IS NULL OR state = ANY ($3)) AND ($4::uuid[] IS NULL OR department_id = ANY ($4)) LIMIT $5`,
        [tenantId, cents.toString(), ...among],
      ),
    );
  return found.size > mostFound ? null : [...found];
}

/**
 * Whether the invoice `i` contains what is searched for, as SQL. The text is asked for row by row: a join would tempt the
 * planner to read all texts of the tenant. Nor may it take the words for rare, which are known to be frequent: of what
 * stands in CASE it expects every second row.
 */
export function containsSearched({ spellings, cents }: Search): { sql: string; parameters: Record<string, unknown> } {
  const text = `(SELECT s.text FROM eingang.invoice_search s WHERE s.tenant_id = i.tenantId AND s.invoice_id = i.id)`;
  const ways = [
    ...spellings.map((_, number) => `${text} LIKE ALL (:spelling${number})`),
    ...(cents === null ? [] : ['i.grossCents = :cents', 'i.payableCents = :cents']),
  ];
  // Folded text is made of letters and digits alone: nothing in it means anything to LIKE.
  const patterns = spellings.map((words, number) => [`spelling${number}`, words.map((word) => `%${word}%`)] as const);
  return {
    sql: ways.length === 0 ? 'false' : `CASE WHEN ${ways.join(' OR ')} THEN true ELSE false END`,
    parameters: { ...Object.fromEntries(patterns), cents: cents?.toString() ?? null },
  };
}
