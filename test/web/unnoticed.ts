import type { Page } from 'playwright-core';

/** Lets somebody else do something before this page hears of it: what it asks about the invoice waits until it decides. */
export async function unnoticed(page: Page, id: string, deed: () => Promise<unknown>): Promise<void> {
  const decides = page
    .waitForRequest((request) => request.method() === 'POST' && request.url().endsWith(`/invoices/${id}/decisions`))
    .catch(() => null);
  await page.route(new RegExp(`/api/v1/invoices/${id}$`), async (route) => {
    await decides;
    await route.continue().catch(() => null);
  });
  await deed();
}
