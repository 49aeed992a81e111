import type { OverQuestion } from '../../../pipeline/ports/retention-records.js';

const yearOfReceipt = `extract(year FROM i.received_at AT TIME ZONE 'Europe/Berlin')::integer`;

/** The calendar year in which a person left. */
export const yearOfLeaving = `extract(year FROM p.left_at AT TIME ZONE 'Europe/Berlin')::integer`;

/** Invoices whose life has ended and whose retention is over. $1: the tenant, $2: `questionRows`. */
export const overDocuments = `
  SELECT i.tenant_id, i.id, i.state_since, q.class, y.year
  FROM jsonb_to_recordset($2) AS q (class text, state text, "byAccounts" boolean, "upTo" integer, years integer[])
  JOIN eingang.invoice i ON i.tenant_id = $1 AND i.state = q.state
  CROSS JOIN LATERAL (SELECT CASE WHEN q."byAccounts" THEN coalesce((SELECT c.fiscal_year FROM eingang.coding c
    WHERE c.tenant_id = i.tenant_id AND c.invoice_id = i.id ORDER BY c.version DESC LIMIT 1), ${yearOfReceipt})
    ELSE ${yearOfReceipt} END AS year) AS y
  WHERE y.year <= q."upTo" OR y.year = ANY (q.years)`;

/** Whether a hold keeps the document `d`. */
export const heldToo = `EXISTS (SELECT 1 FROM eingang.legal_hold h
  WHERE h.tenant_id = d.tenant_id AND h.invoice_id = d.id AND h.lifted_at IS NULL)`;

/** One row for each state of each class. */
export const questionRows = (questions: readonly OverQuestion[]): string =>
  JSON.stringify(
    questions.flatMap(({ class: name, states, byAccounts, over }) =>
      states.map((state) => ({
        ...{ class: name, state, byAccounts },
        upTo: 'upTo' in over ? over.upTo : null,
        years: 'years' in over ? over.years : null,
      })),
    ),
  );
