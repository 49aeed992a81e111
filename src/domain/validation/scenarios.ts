import { textOf, type DocumentIndex } from '../rules/document-index.js';
import { pathOf } from '../rules/engine/path.js';
import type { Syntax } from './examination.js';
import { scenarios, type Scenario } from './scenarios.table.js';

const specificationPaths = {
  ubl: pathOf('/cbc:CustomizationID'),
  cii: pathOf('/rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID'),
} as const;

/** BT-24 as it stands in the document; null where there is none. */
export function specificationOf(document: DocumentIndex): string | null {
  return specificationPaths[document.syntax].values(document.root, document)[0] ?? null;
}

/** The scenario that fits, or null. Any of several identifiers may fit: the choice comes before the structure. */
export function scenarioOf(document: DocumentIndex, syntax: Syntax): Scenario | null {
  const nodes = specificationPaths[document.syntax].nodes(document.root, document);
  return (
    scenarios.find(
      (scenario) =>
        scenario.syntax === syntax &&
        nodes.some((node) => {
          const texts = scenario.match === 'text' ? [textOf(node)] : (node.element.textNodes ?? [node.element.text]);
          return texts.includes(scenario.specification);
        }),
    ) ?? null
  );
}
