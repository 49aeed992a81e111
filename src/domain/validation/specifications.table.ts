/** Families of specifications by their publisher. */
export type SpecificationFamily =
  'en16931' | 'xrechnung' | 'peppol' | 'factur-x' | 'factur-x-old' | 'zugferd-2.0' | 'zugferd-1.0' | 'fr-ctc' | 'other';

/**
 * Specification identifiers (BT-24) and what they stand for.
 * Source: the published specifications and notices named there; collected 2026-08-31.
 */
export interface Specification {
  readonly id: string;
  readonly family: SpecificationFamily;
  readonly profile: string;
  /** false for booking aids, which are no invoices in Germany. */
  readonly fullInvoice: boolean;
}

export const specifications: readonly Specification[] = [
  {
    id: 'urn:cen.eu:en16931:2017',
    family: 'en16931',
    profile: 'EN 16931 core',
    fullInvoice: true,
  },
  {
    id: 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0',
    family: 'xrechnung',
    profile: 'XRechnung 3.0',
    fullInvoice: true,
  },
  {
    id: 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0',
    family: 'xrechnung',
    profile: 'XRechnung 3.0 Extension',
    fullInvoice: true,
  },
  {
    id: 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0#compliant#urn:xeinkauf.de:kosit:xrechnung:cvd_0.9',
    family: 'xrechnung',
    profile: 'XRechnung 3.0 CVD 0.9',
    fullInvoice: true,
  },
  {
    id: 'urn:cen.eu:en16931:2017#compliant#urn:xoev-de:kosit:standard:xrechnung_2.3',
    family: 'xrechnung',
    profile: 'XRechnung 2.3',
    fullInvoice: true,
  },
  {
    id: 'urn:cen.eu:en16931:2017#compliant#urn:xoev-de:kosit:standard:xrechnung_2.3#conformant#urn:xoev-de:kosit:extension:xrechnung_2.3',
    family: 'xrechnung',
    profile: 'XRechnung 2.3 Extension',
    fullInvoice: true,
  },
  {
    id: 'urn:cen.eu:en16931:2017#compliant#urn:xoev-de:kosit:standard:xrechnung_2.2',
    family: 'xrechnung',
    profile: 'XRechnung 2.2',
    fullInvoice: true,
  },
  {
    id: 'urn:cen.eu:en16931:2017#compliant#urn:xoev-de:kosit:standard:xrechnung_2.2#conformant#urn:xoev-de:kosit:extension:xrechnung_2.2',
    family: 'xrechnung',
    profile: 'XRechnung 2.2 Extension',
    fullInvoice: true,
  },
  {
    id: 'urn:cen.eu:en16931:2017#compliant#urn:xoev-de:kosit:standard:xrechnung_2.1',
    family: 'xrechnung',
    profile: 'XRechnung 2.1',
    fullInvoice: true,
  },
  {
    id: 'urn:cen.eu:en16931:2017#compliant#urn:xoev-de:kosit:standard:xrechnung_2.1#conformant#urn:xoev-de:kosit:extension:xrechnung_2.1',
    family: 'xrechnung',
    profile: 'XRechnung 2.1 Extension',
    fullInvoice: true,
  },
  {
    id: 'urn:cen.eu:en16931:2017#compliant#urn:xoev-de:kosit:standard:xrechnung_2.0',
    family: 'xrechnung',
    profile: 'XRechnung 2.0',
    fullInvoice: true,
  },
  {
    id: 'urn:cen.eu:en16931:2017#compliant#urn:xoev-de:kosit:standard:xrechnung_2.0#conformant#urn:xoev-de:kosit:extension:xrechnung_2.0',
    family: 'xrechnung',
    profile: 'XRechnung 2.0 Extension',
    fullInvoice: true,
  },
  {
    id: 'urn:cen.eu:en16931:2017#compliant#urn:xoev-de:kosit:standard:xrechnung_1.2',
    family: 'xrechnung',
    profile: 'XRechnung 1.2',
    fullInvoice: true,
  },
  {
    id: 'urn:cen.eu:en16931:2017#compliant#urn:xoev-de:kosit:standard:xrechnung_1.2#conformant#urn:xoev-de:kosit:extension:xrechnung_1.2',
    family: 'xrechnung',
    profile: 'XRechnung 1.2 Extension',
    fullInvoice: true,
  },
  {
    id: 'urn:cen.eu:en16931:2017#compliant#urn:xoev-de:kosit:standard:xrechnung_1.1',
    family: 'xrechnung',
    profile: 'XRechnung 1.1',
    fullInvoice: true,
  },
  {
    id: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
    family: 'peppol',
    profile: 'Peppol BIS Billing 3.0',
    fullInvoice: true,
  },
  {
    id: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:selfbilling:3.0',
    family: 'peppol',
    profile: 'Peppol BIS Self-Billing 3.0',
    fullInvoice: true,
  },
  {
    id: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0#compliant#urn:www.difi.no:ehf:ver3.0',
    family: 'peppol',
    profile: 'EHF 3.0 over Peppol',
    fullInvoice: true,
  },
  {
    id: 'urn:cen.eu:en16931:2017#compliant#compliant#urn:www.difi.no:ehf:ver3.0',
    family: 'other',
    profile: 'EHF 3.0',
    fullInvoice: true,
  },
  {
    id: 'urn:factur-x.eu:1p0:minimum',
    family: 'factur-x',
    profile: 'MINIMUM',
    fullInvoice: false,
  },
  {
    id: 'urn:factur-x.eu:1p0:basicwl',
    family: 'factur-x',
    profile: 'BASIC WL',
    fullInvoice: false,
  },
  {
    id: 'urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic',
    family: 'factur-x',
    profile: 'BASIC',
    fullInvoice: true,
  },
  {
    id: 'urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended',
    family: 'factur-x',
    profile: 'EXTENDED',
    fullInvoice: true,
  },
  {
    id: 'urn:zugferd.de:2p0:minimum',
    family: 'zugferd-2.0',
    profile: 'MINIMUM',
    fullInvoice: false,
  },
  {
    id: 'urn:zugferd.de:2p0:basicwl',
    family: 'zugferd-2.0',
    profile: 'BASIC WL',
    fullInvoice: false,
  },
  {
    id: 'urn:cen.eu:en16931:2017#compliant#urn:zugferd.de:2p0:basic',
    family: 'zugferd-2.0',
    profile: 'BASIC',
    fullInvoice: true,
  },
  {
    id: 'urn:cen.eu:en16931:2017#conformant#urn:zugferd.de:2p0:extended',
    family: 'zugferd-2.0',
    profile: 'EXTENDED',
    fullInvoice: true,
  },
  {
    id: 'urn:cen.eu:en16931:2017:compliant:factur-x.eu:1p0:basic',
    family: 'factur-x-old',
    profile: 'BASIC',
    fullInvoice: true,
  },
  {
    id: 'urn:cen.eu:en16931:2017:compliant:factur-x.eu:1p0:en16931',
    family: 'factur-x-old',
    profile: 'EN 16931',
    fullInvoice: true,
  },
  {
    id: 'urn:cen.eu:en16931:2017:compliant:factur-x.eu:1p0:extended',
    family: 'factur-x-old',
    profile: 'EXTENDED',
    fullInvoice: true,
  },
  {
    id: 'urn:cen.eu:en16931:2017#compliant:factur-x.eu:1p0:en16931',
    family: 'factur-x-old',
    profile: 'EN 16931',
    fullInvoice: true,
  },
  {
    id: 'urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:comfort',
    family: 'factur-x-old',
    profile: 'COMFORT',
    fullInvoice: true,
  },
  {
    id: 'urn:cen.eu:en16931:2017#conformant#urn.cpro.gouv.fr:1p0:extended-ctc-fr',
    family: 'fr-ctc',
    profile: 'EXTENDED-CTC-FR',
    fullInvoice: true,
  },
  {
    id: 'urn:ferd:CrossIndustryDocument:invoice:1p0:basic',
    family: 'zugferd-1.0',
    profile: 'BASIC',
    fullInvoice: true,
  },
  {
    id: 'urn:ferd:CrossIndustryDocument:invoice:1p0:comfort',
    family: 'zugferd-1.0',
    profile: 'COMFORT',
    fullInvoice: true,
  },
  {
    id: 'urn:ferd:CrossIndustryDocument:invoice:1p0:extended',
    family: 'zugferd-1.0',
    profile: 'EXTENDED',
    fullInvoice: true,
  },
  {
    id: 'urn:ferd:invoice:rc:comfort',
    family: 'zugferd-1.0',
    profile: 'COMFORT',
    fullInvoice: true,
  },
];
