import { codesIn } from '../code-lists/code-list.js';
import { textOf } from '../document-index.js';
import { isInList } from '../en16931/code-list.rules.js';
import { all, any, count, exists, filled, inSyntax, not, someText } from '../engine/questions.js';
import { normalized } from '../engine/path.js';
import type { Question, Rule } from '../engine/rule.js';
import { hasProfile } from './profiles.js';

const ublItem = '/cac:InvoiceLine|cac:CreditNoteLine/cac:Item';
const ciiItem = '/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedTradeProduct';
const item = { ubl: ublItem, cii: ciiItem };
const ublCode = 'cac:CommodityClassification/cbc:ItemClassificationCode';
const ciiCode = 'ram:DesignatedProductClassification/ram:ClassCode';
const code = { ubl: `${ublItem}/${ublCode}`, cii: `${ciiItem}/${ciiCode}` };
const ublAttribute = "cac:AdditionalItemProperty[cbc:Name='cva']";
const ciiAttribute = "ram:ApplicableProductCharacteristic[ram:Description='cva']";
const classified = inSyntax({ ubl: exists(`${ublCode}[@listID='CVD']`), cii: exists(`${ciiCode}[@listID='CVD']`) });
const attributed = inSyntax({ ubl: exists(ublAttribute), cii: exists(ciiAttribute) });
const once = (number: number): boolean => number === 1;

const rows: readonly Rule[] = [
  { id: 'BR-DE-CVD-01', on: 'document', terms: ['BT-12'], holds: filled('BT-12') },
  { id: 'BR-DE-CVD-02', on: 'document', terms: ['BT-17'], holds: filled('BT-17') },
  {
    id: 'BR-DE-CVD-03',
    on: 'document',
    terms: ['BT-158', 'BT-160'],
    holds: inSyntax({
      ubl: exists(`${ublItem}[${ublCode}[@listID='CVD']][${ublAttribute}]`),
      cii: exists(`${ciiItem}[${ciiCode}[@listID='CVD']][${ciiAttribute}]`),
    }),
  },
  {
    id: 'BR-DE-CVD-04',
    on: code,
    terms: ['BT-158'],
    quotes: '.',
    holds: any(not(someText('@listID', isVehicleScheme)), isVehicleCategory),
  },
  {
    id: 'BR-DE-CVD-05',
    on: { ubl: `${ublItem}/${ublAttribute}`, cii: `${ciiItem}/${ciiAttribute}` },
    terms: ['BT-161'],
    quotes: { ubl: 'cbc:Value', cii: 'ram:Value' },
    holds: inSyntax({
      ubl: someText('cbc:Value', isCleanVehicleValue),
      cii: someText('ram:Value', isCleanVehicleValue),
    }),
  },
  {
    id: 'BR-DE-CVD-06-a',
    on: item,
    terms: ['BT-158', 'BT-160'],
    holds: any(not(classified), inSyntax({ ubl: count(ublAttribute, once), cii: count(ciiAttribute, once) })),
  },
  {
    id: 'BR-DE-CVD-06-b',
    on: item,
    terms: ['BT-158', 'BT-160'],
    holds: any(
      not(attributed),
      inSyntax({ ubl: count(`${ublCode}[@listID='CVD']`, once), cii: count(`${ciiCode}[@listID='CVD']`, once) }),
    ),
  },
  {
    id: 'BR-TMP-CVD-01',
    on: code,
    terms: ['BT-158-1'],
    quotes: '@listID',
    holds: all(isInList({ at: '', value: '@listID', list: 'xr-cvd-7143' })),
  },
];

/** The rules for clean vehicles (BR-DE-CVD); they run only where BT-24 names that CIUS. */
export const cleanVehicleRules: readonly Rule[] = rows.map((rule) => ({ ...rule, when: hasProfile('cvd') }));

function isVehicleScheme(list: string): boolean {
  return normalized(list) === 'CVD';
}

function isVehicleCategory(): ReturnType<Question> {
  return (node) => codesIn('xr-cvd-vehicle').has(normalized(textOf(node)));
}

function isCleanVehicleValue(value: string): boolean {
  return codesIn('xr-cva').has(normalized(value));
}
