import { createHash } from 'node:crypto';
import type { Response } from 'express';
import { documentStyle } from '../domain/documentation/document.style.js';
import { reportPageStyle } from '../domain/validation/report-page.style.js';

/** The page's one style is allowed by its hash (CSP level 3, 8.2): what a stranger's value might smuggle in has none. */
const rightsWith = (style: string): string =>
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const reportRights = rightsWith(reportPageStyle);
const documentRights = rightsWith(documentStyle);

/** Answers a report as a page that runs nothing, fetches nothing and sends nothing. */
export const sendReportPage = (response: Response, page: string): void => sendPage(response, page, reportRights);

/** The same for what the program writes about itself. */
export const sendDocumentPage = (response: Response, page: string): void => sendPage(response, page, documentRights);

function sendPage(response: Response, page: string, rights: string): void {
  response.set({
    'content-security-policy': rights,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  response.type('text/html').send(page);
}
