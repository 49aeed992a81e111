import type { Syntax } from './examination.js';
import type { Severity } from './finding.js';

/** One way of checking, chosen by syntax and specification identifier. */
export interface Scenario {
  readonly name: string;
  readonly syntax: Exclude<Syntax, 'zugferd-1'>;
  /** BT-24, compared exactly: case, blanks and line breaks count. */
  readonly specification: string;
  /** Whether the whole text is compared, or one text node (which a comment would split). */
  readonly match: 'text' | 'textNode';
  readonly books: readonly ('en16931' | 'xrechnung')[];
  /** Levels that replace the books' own, upwards or downwards. */
  readonly levels: Readonly<Record<string, Severity>>;
}

/**
 * The scenarios of KoSIT's validator configuration for XRechnung: BT-24 and syntax choose the books and their levels.
 * Source: configuration of 2026-08-31 (rebuilt from the release of 2026-01-31 and public facts).
 */
export const scenarioVersion = 'KoSIT 2026-08-31';

export const scenarios: readonly Scenario[] = [
  {
    name: 'EN16931 XRechnung (UBL Invoice)',
    syntax: 'ubl-invoice',
    specification: 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0',
    match: 'text',
    books: ['en16931', 'xrechnung'],
    levels: {
      'BR-CL-23': 'warning',
      'BR-CL-21': 'warning',
      'UBL-CR-646': 'fatal',
    },
  },
  {
    name: 'EN16931 XRechnung Extension (UBL Invoice)',
    syntax: 'ubl-invoice',
    specification:
      'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0',
    match: 'text',
    books: ['en16931', 'xrechnung'],
    levels: {
      'BR-CL-21': 'information',
      'BR-CL-23': 'warning',
      'BR-CL-24': 'information',
      'BR-CL-10': 'information',
      'BR-CL-11': 'information',
      'BR-CL-25': 'information',
      'BR-CL-26': 'information',
      'BR-CO-16': 'information',
      'UBL-CR-470': 'information',
      'UBL-CR-646': 'information',
    },
  },
  {
    name: 'EN16931 XRechnung CVD (UBL Invoice)',
    syntax: 'ubl-invoice',
    specification:
      'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0#compliant#urn:xeinkauf.de:kosit:xrechnung:cvd_0.9',
    match: 'text',
    books: ['en16931', 'xrechnung'],
    levels: {
      'BR-CL-13': 'information',
      'BR-CL-23': 'warning',
      'BR-CL-21': 'warning',
      'UBL-CR-646': 'fatal',
    },
  },
  {
    name: 'EN16931 XRechnung (UBL CreditNote)',
    syntax: 'ubl-credit-note',
    specification: 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0',
    match: 'textNode',
    books: ['en16931', 'xrechnung'],
    levels: {
      'BR-CL-23': 'warning',
      'BR-CL-21': 'warning',
    },
  },
  {
    name: 'EN16931 XRechnung CVD (UBL CreditNote)',
    syntax: 'ubl-credit-note',
    specification:
      'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0#compliant#urn:xeinkauf.de:kosit:xrechnung:cvd_0.9',
    match: 'textNode',
    books: ['en16931', 'xrechnung'],
    levels: {
      'BR-CL-13': 'information',
      'BR-CL-23': 'warning',
      'BR-CL-21': 'warning',
      'UBL-CR-646': 'fatal',
    },
  },
  {
    name: 'EN16931 XRechnung (CII)',
    syntax: 'cii',
    specification: 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0',
    match: 'textNode',
    books: ['en16931', 'xrechnung'],
    levels: {
      'BR-CL-23': 'warning',
      'BR-CL-21': 'warning',
      'CII-SR-452': 'fatal',
      'CII-SR-453': 'fatal',
      'CII-SR-454': 'fatal',
      'CII-SR-465': 'fatal',
      'CII-SR-466': 'fatal',
      'CII-SR-475': 'information',
      'CII-SR-476': 'information',
    },
  },
  {
    name: 'EN16931 XRechnung Extension (CII)',
    syntax: 'cii',
    specification:
      'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0',
    match: 'textNode',
    books: ['en16931', 'xrechnung'],
    levels: {
      'BR-CL-23': 'warning',
      'BR-CL-21': 'information',
      'BR-CL-11': 'information',
      'BR-CL-10': 'information',
      'BR-CL-24': 'information',
      'BR-CL-25': 'information',
      'BR-CL-26': 'information',
      'CII-SR-452': 'fatal',
      'CII-SR-453': 'fatal',
      'CII-SR-454': 'fatal',
      'CII-SR-465': 'fatal',
      'CII-SR-466': 'fatal',
      'CII-SR-475': 'information',
      'CII-SR-476': 'information',
    },
  },
  {
    name: 'EN16931 XRechnung CVD (CII)',
    syntax: 'cii',
    specification:
      'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0#compliant#urn:xeinkauf.de:kosit:xrechnung:cvd_0.9',
    match: 'textNode',
    books: ['en16931', 'xrechnung'],
    levels: {
      'BR-CL-13': 'information',
      'BR-CL-23': 'warning',
      'BR-CL-21': 'warning',
      'CII-SR-452': 'fatal',
      'CII-SR-453': 'fatal',
      'CII-SR-454': 'fatal',
      'CII-SR-465': 'fatal',
      'CII-SR-466': 'fatal',
      'CII-SR-475': 'information',
      'CII-SR-476': 'information',
    },
  },
  {
    name: 'EN16931 (UBL Invoice)',
    syntax: 'ubl-invoice',
    specification: 'urn:cen.eu:en16931:2017',
    match: 'textNode',
    books: ['en16931'],
    levels: {},
  },
  {
    name: 'EN16931 (UBL CreditNote)',
    syntax: 'ubl-credit-note',
    specification: 'urn:cen.eu:en16931:2017',
    match: 'textNode',
    books: ['en16931'],
    levels: {},
  },
  {
    name: 'EN16931 (CII)',
    syntax: 'cii',
    specification: 'urn:cen.eu:en16931:2017',
    match: 'textNode',
    books: ['en16931'],
    levels: {},
  },
];
