import { codesIn } from '../../src/domain/rules/code-lists/code-list.js';
import { codeLists, type CodeListName } from '../../src/domain/rules/code-lists/code-lists.table.js';
import { cardinalities, codedPlaces } from '../../src/domain/rules/factur-x/cardinality.table.js';
import { extendedCardinalities } from '../../src/domain/rules/factur-x/extended-cardinality.table.js';
import { extendedCodes } from '../../src/domain/rules/factur-x/extended-codes.table.js';
import type { FacturXProfile } from '../../src/domain/rules/factur-x/profile.rules.js';

/** Small documents around one place: those that keep a rule there, and those that break it. */
export interface ProfileExample {
  readonly rule: string;
  readonly keeps: readonly string[];
  readonly breaks: readonly string[];
}

export const guidelines: Readonly<Record<FacturXProfile, string>> = {
  minimum: 'urn:factur-x.eu:1p0:minimum',
  'basic-wl': 'urn:factur-x.eu:1p0:basicwl',
  basic: 'urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic',
  en16931: 'urn:cen.eu:en16931:2017',
  extended: 'urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended',
};

/** Examples of each row of the tables on elements, attributes and codes; rows of other profiles among them. */
export function profileExamples(profile: FacturXProfile): readonly ProfileExample[] {
  const rows = [...cardinalities, ...(profile === 'extended' ? extendedCardinalities : [])];
  return [
    ...rows.flatMap(([at, rules]) => rules.split(', ').map((rule) => exampleOf(profile, at, rule))),
    ...codedPlaces.flatMap(({ at, value, codes, rules }) => {
      const number = rules[profile];
      return number === undefined ? [] : [coded(profile, number, at, value, codes)];
    }),
  ];
}

export const ruleId = (number: string): string => `FX-SCH-A-${number.padStart(6, '0')}`;

/** How many elements keep a rule, and how many break it. */
const counts: Readonly<Record<string, { readonly keeps: readonly number[]; readonly breaks: readonly number[] }>> = {
  '=1': { keeps: [1], breaks: [0, 2] },
  '<=1': { keeps: [0, 1], breaks: [2] },
  '<=2': { keeps: [0, 2], breaks: [3] },
  '>=1': { keeps: [1, 2], breaks: [0] },
};

function exampleOf(profile: FacturXProfile, at: string, text: string): ProfileExample {
  const [number = '', limit = '', element = '', list] = text.split(' ');
  if (element === 'in' && list !== undefined) return coded(profile, number, at, limit, list);
  const wanted = counts[limit];
  if (!wanted) {
    const attribute = limit.slice(1);
    const document = (value: string | null): string => around(profile, at, { [attribute]: value }, '');
    return { rule: ruleId(number), keeps: [document('x')], breaks: [document(null)] };
  }
  // Where the place itself is told by such an element there is one already.
  const inPlace = elementsIn(lastStep(at), element);
  const documents = (numbers: readonly number[]): readonly string[] =>
    numbers
      .filter((each) => each >= inPlace)
      .map((each) => around(profile, at, {}, opened(lastStep(element)).repeat(each - inPlace)));
  return { rule: ruleId(number), keeps: documents(wanted.keeps), breaks: documents(wanted.breaks) };
}

function coded(profile: FacturXProfile, number: string, at: string, value: string, list: string): ProfileExample {
  const document = (code: string): string =>
    value === '.' ? around(profile, at, {}, code) : around(profile, at, { [value.slice(1)]: code }, '');
  const [first = '', last = first] = [allowed(list).at(0), allowed(list).at(-1)];
  return { rule: ruleId(number), keeps: [document(first), document(last)], breaks: [document('no such code')] };
}

function allowed(list: string): readonly string[] {
  if (list.startsWith(':')) return list.slice(1).split(' ');
  return list
    .split('+')
    .flatMap((name) => extendedCodes[name]?.split(' ') ?? (isListName(name) ? [...codesIn(name)] : []));
}

const isListName = (name: string): name is CodeListName => name in codeLists;

interface Step {
  readonly name: string;
  /** What the step asks of its element, as paths with a value. */
  readonly asks: readonly (readonly [path: string, value: string])[];
}

const namespaces = [
  'xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"',
  'xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"',
  'xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"',
  'xmlns:qdt="urn:un:unece:uncefact:data:standard:QualifiedDataType:100"',
].join(' ');

/** A document that says its profile and holds one element at a place, with these attributes and this content. */
function around(
  profile: FacturXProfile,
  at: string,
  attributes: Readonly<Record<string, string | null>>,
  content: string,
): string {
  const steps = stepsOf(at);
  const [last, ...above] = steps.toReversed();
  const place = last ? opened(last, content, attributes) : content;
  const whole = above.reduce((inner, step) => opened(step, inner), place);
  const id = `<ram:ID>${guidelines[profile]}</ram:ID>`;
  const context = `<ram:GuidelineSpecifiedDocumentContextParameter>${id}</ram:GuidelineSpecifiedDocumentContextParameter>`;
  return `<rsm:CrossIndustryInvoice ${namespaces}><rsm:ExchangedDocumentContext>${context}</rsm:ExchangedDocumentContext>${whole}</rsm:CrossIndustryInvoice>`;
}

/** `/a/b[c/@d='e']` → its steps. */
function stepsOf(path: string): readonly Step[] {
  return [...path.matchAll(/([^/[\]]+)((?:\[[^\]]*\])*)/g)].map(([, name = '', conditions = '']) => ({
    name,
    asks: [...conditions.matchAll(/\[([^=\]]+)='([^']*)'\]/g)].map(
      ([, asked = '', value = '']) => [asked, value] as const,
    ),
  }));
}

const lastStep = (path: string): Step => stepsOf(path).at(-1) ?? { name: '', asks: [] };

const elementsIn = ({ asks }: Step, element: string): number =>
  asks.filter(([path]) => path.split('/')[0] === element).length;

/** The element of a step with what the step asks of it. */
function opened({ name, asks }: Step, content = '', given: Readonly<Record<string, string | null>> = {}): string {
  const attributes = new Map(Object.entries(given));
  const inner = asks.map(([path, value]) => {
    if (!path.startsWith('@')) return asked(path.split('/'), value);
    attributes.set(path.slice(1), value);
    return '';
  });
  const written = [...attributes].map(([key, value]) => (value === null ? '' : ` ${key}="${value}"`)).join('');
  return `<${name}${written}>${inner.join('')}${content}</${name}>`;
}

/** `a/b` with a value → `<a><b>value</b></a>`; `a/@b` → `<a b="value">x</a>`. */
function asked([first = '', ...rest]: readonly string[], value: string): string {
  const [next] = rest;
  if (next === undefined) return `<${first}>${value}</${first}>`;
  return next.startsWith('@')
    ? `<${first} ${next.slice(1)}="${value}">x</${first}>`
    : `<${first}>${asked(rest, value)}</${first}>`;
}
