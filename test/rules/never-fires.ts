/** Rules that hold whatever the document says: the official tests ask nothing, or look where nothing can stand. */
export const neverFires = {
  ubl: ['BR-CO-05', 'BR-CO-06', 'BR-CO-07', 'BR-CO-08', 'BR-DEC-13', 'BR-DEC-15'],
  cii: ['BR-CO-05', 'BR-CO-06', 'BR-CO-07', 'BR-CO-08', 'BR-AF-08', 'BR-AF-09', 'BR-AG-08', 'BR-AG-09'],
  /** In addition to those in CII; the test of CII-SR-464 is true in Factur-X whatever stands there. */
  facturX: ['CII-SR-464'],
} as const;
