import type { Day } from './working-days.js';

/** From a day on, the Basiszinssatz in hundredths of a per cent. */
export type BaseRate = readonly [from: Day, hundredths: number];

/**
 * The Basiszinssatz (§ 247 BGB), as the Deutsche Bundesbank announces it for each 1 January and 1 July in the
 * Bundesanzeiger; a half-year without a row kept the rate before it.
 */
export const baseRates: readonly BaseRate[] = [
  ['2002-01-01', 257],
  ['2002-07-01', 247],
  ['2003-01-01', 197],
  ['2003-07-01', 122],
  ['2004-01-01', 114],
  ['2004-07-01', 113],
  ['2005-01-01', 121],
  ['2005-07-01', 117],
  ['2006-01-01', 137],
  ['2006-07-01', 195],
  ['2007-01-01', 270],
  ['2007-07-01', 319],
  ['2008-01-01', 332],
  ['2008-07-01', 319],
  ['2009-01-01', 162],
  ['2009-07-01', 12],
  ['2011-07-01', 37],
  ['2012-01-01', 12],
  ['2013-01-01', -13],
  ['2013-07-01', -38],
  ['2014-01-01', -63],
  ['2014-07-01', -73],
  ['2015-01-01', -83],
  ['2016-07-01', -88],
  ['2023-01-01', 162],
  ['2023-07-01', 312],
  ['2024-01-01', 362],
  ['2024-07-01', 337],
  ['2025-01-01', 227],
  ['2025-07-01', 127],
];

/** The last day that the table is known to hold for. Later days are reckoned by its last rate, and said to be. */
export const baseRatesKnownUntil: Day = '2026-06-30';
