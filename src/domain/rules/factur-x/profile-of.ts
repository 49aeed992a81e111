import type { FacturXProfile } from './profile.rules.js';

const core = 'urn:cen.eu:en16931:2017';

/** The profile a specification identifier (BT-24) stands for, in today's form or that of older releases; or none. */
export function profileOf(specification: string | null): FacturXProfile | null {
  if (specification === core) return 'en16931';
  if (specification === null || !/factur-x|zugferd/.test(specification)) return null;
  if (specification.includes('extended')) return 'extended';
  if (specification.includes('basicwl')) return 'basic-wl';
  if (specification.includes('basic')) return 'basic';
  return specification.includes('minimum') ? 'minimum' : null;
}
