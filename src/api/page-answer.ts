import { createHash } from 'node:crypto';
import type { Response } from 'express';
import { reportPageStyle } from '../domain/validation/report-page.style.js';

/** The page's one style is allowed by its hash (CSP level 3, 8.2): what a stranger's value might smuggle in has none. */
const style = `'sha256-${createHash('sha256').update(reportPageStyle).digest('base64')}'`;

const rights = `default-src 'none'; style-src ${style}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** Answers a report as a page that runs nothing, fetches nothing and sends nothing. */
export function sendReportPage(response: Response, page: string): void {
  response.set({
    'content-security-policy': rights,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  response.type('text/html').send(page);
}
