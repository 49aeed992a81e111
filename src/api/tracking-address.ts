/** Where people follow a delivery: the page of its town. Programs take the token to /api/v1/tracking. */
export const trackedAt = <T extends { readonly trackingToken: string }>(
  publicUrl: string,
  slug: string,
  receipt: T,
): T & { readonly trackingUrl: string } => ({
  ...receipt,
  trackingUrl: `${publicUrl}/t/${slug}/track/${receipt.trackingToken}`,
});
