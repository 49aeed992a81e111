/** The Länder by the codes of ISO 3166-2:DE. */
export const LANDS = [
  'BW',
  'BY',
  'BE',
  'BB',
  'HB',
  'HH',
  'HE',
  'MV',
  'NI',
  'NW',
  'RP',
  'SL',
  'SN',
  'ST',
  'SH',
  'TH',
] as const;
export type Land = (typeof LANDS)[number];

/** When a holiday is: a day of each year, days after Easter Sunday, or the Wednesday before 23 November. */
export type HolidayRule = `${number}-${number}` | number | 'wednesdayBefore23November';

export interface Holiday {
  readonly name: string;
  readonly on: HolidayRule;
  /** The Länder in which it is a public holiday; null: in all of them. */
  readonly lands: readonly Land[] | null;
  /** The first and the last year for which the row holds; null: before all that is computed here, or until now. */
  readonly since: number | null;
  readonly until: number | null;
  /** The law that says so. */
  readonly source: string;
}

const laws = 'Feiertagsgesetze der Länder';

const holiday = (
  name: string,
  on: HolidayRule,
  lands: readonly Land[] | null = null,
  { since = null, until = null, source = laws }: Partial<Pick<Holiday, 'since' | 'until' | 'source'>> = {},
): Holiday => ({ name, on, lands, since, until, source });

/**
 * Public holidays from 2015 on. Sundays need no rows (Easter and Whit Sunday). Left out are holidays of single communities
 * (Mariä Himmelfahrt in Bavaria, Fronleichnam in parts of Saxony and Thuringia, Augsburg's Friedensfest): without them a
 * period ends too early rather than too late.
 */
export const holidays: readonly Holiday[] = [
  holiday('Neujahr', '01-01'),
  holiday('Heilige Drei Könige', '01-06', ['BW', 'BY', 'ST']),
  holiday('Internationaler Frauentag', '03-08', ['BE'], { since: 2019, source: 'Berlin, Gesetz vom 30.01.2019' }),
  holiday('Internationaler Frauentag', '03-08', ['MV'], { since: 2023, source: 'Mecklenburg-Vorpommern, FTG M-V § 2' }),
  holiday('Karfreitag', -2),
  holiday('Ostermontag', 1),
  holiday('Tag der Arbeit', '05-01'),
  holiday('75. Jahrestag der Befreiung', '05-08', ['BE'], { since: 2020, until: 2020, source: 'Berlin, 30.01.2019' }),
  holiday('80. Jahrestag der Befreiung', '05-08', ['BE'], { since: 2025, until: 2025, source: 'Berlin, 2024' }),
  holiday('Christi Himmelfahrt', 39),
  holiday('Pfingstmontag', 50),
  holiday('Fronleichnam', 60, ['BW', 'BY', 'HE', 'NW', 'RP', 'SL']),
  holiday('Mariä Himmelfahrt', '08-15', ['SL']),
  holiday('Weltkindertag', '09-20', ['TH'], { since: 2019, source: 'Thüringen, Gesetz vom 28.02.2019' }),
  holiday('Tag der Deutschen Einheit', '10-03', null, { source: 'Einigungsvertrag, Artikel 2 Absatz 2' }),
  holiday('Reformationstag', '10-31', null, { since: 2017, until: 2017, source: '500 Jahre Reformation' }),
  holiday('Reformationstag', '10-31', ['BB', 'MV', 'SN', 'ST', 'TH']),
  holiday('Reformationstag', '10-31', ['HB', 'HH', 'NI', 'SH'], { since: 2018 }),
  holiday('Allerheiligen', '11-01', ['BW', 'BY', 'NW', 'RP', 'SL']),
  holiday('Buß- und Bettag', 'wednesdayBefore23November', ['SN']),
  holiday('1. Weihnachtstag', '12-25'),
  holiday('2. Weihnachtstag', '12-26'),
];
