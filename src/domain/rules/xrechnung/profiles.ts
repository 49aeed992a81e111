import type { DocumentIndex } from '../document-index.js';
import { pathOf } from '../engine/path.js';

const core = 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0';

/** The specification identifiers (BT-24) of XRechnung 3.0. */
export const xrechnungProfiles = {
  core,
  extension: `${core}#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0`,
  cvd: `${core}#compliant#urn:xeinkauf.de:kosit:xrechnung:cvd_0.9`,
} as const;

const specification = {
  ubl: pathOf('/cbc:CustomizationID'),
  cii: pathOf('/rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID'),
} as const;

/** Whether one text node of BT-24 is exactly this id: a blank, or a comment in its middle, makes it another one. */
export function hasProfile(profile: keyof typeof xrechnungProfiles): (document: DocumentIndex) => boolean {
  const id = xrechnungProfiles[profile];
  return (document) =>
    specification[document.syntax]
      .nodes(document.root, document)
      .some(({ element }) => (element.textNodes ?? [element.text]).includes(id));
}
