import { textOf, type DocumentIndex } from '../rules/document-index.js';
import { pathOf } from '../rules/engine/path.js';
import type { Severity } from './finding.js';
import type { Syntax } from './examination.js';
import { scenarios } from './scenarios.table.js';

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
