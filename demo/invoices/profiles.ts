/** BT-24 of XRechnung 3.0 (KoSIT, specification XRechnung 3.0, section 11). */
export const xrechnung = 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0';
/** BT-24 of Factur-X MINIMUM, which holds too little to be an invoice in the sense of the German VAT act. */
export const minimum = 'urn:factur-x.eu:1p0:minimum';
/** BT-23, Peppol BIS Billing 3. */
export const billingProcess = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';
