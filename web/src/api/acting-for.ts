const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * For whom the person acts on this page (in Vertretung), by its address: a page that has been reloaded, or that
 * somebody goes back to, acts for the same one. null: in the person's own name.
 */
export function actingFor(): string | null {
  if (!location.pathname.includes('/desk')) return null;
  const whose = new URLSearchParams(location.search).get('whose');
  return whose !== null && ID.test(whose) ? whose : null;
}
