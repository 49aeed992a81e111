import { shown, type Block, type Document, type Head, type Section, type Table } from './document.js';

/** The document in Markdown (CommonMark, tables as GitHub has them). Every value is escaped. */
export function markdownOf(document: Document, head: Head): string {
  const parts = [
    `# ${escapedMarkdown(document.title)}`,
    head.map(([name, value]) => `- ${escapedMarkdown(name)}: ${escapedMarkdown(value)}`).join('\n'),
    ...document.sections.flatMap((section, at) => sectionLines(section, 2, String(at + 1))),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Deeper headings than Markdown has are written as its deepest. */
const deepest = 6;

function sectionLines({ heading, blocks, sections }: Section, level: number, number: string): readonly string[] {
  return [
    `${'#'.repeat(Math.min(level, deepest))} ${number} ${escapedMarkdown(heading)}`,
    ...blocks.map(blockLines),
    ...sections.flatMap((one, at) => sectionLines(one, level + 1, `${number}.${String(at + 1)}`)),
  ];
}

function blockLines(block: Block): string {
  if (block.kind === 'text') return escapedMarkdown(block.text);
  if (block.kind === 'list') return block.items.map((item) => `- ${escapedMarkdown(item)}`).join('\n');
  return tableLines(block);
}

const tableLines = ({ caption, columns, rows }: Table): string =>
  [
    `**${escapedMarkdown(caption)}**`,
    '',
    rowLine(columns),
    rowLine(
      columns.map(() => '---'),
      (cell) => cell,
    ),
    ...rows.map((row) => rowLine(row)),
  ].join('\n');

const rowLine = (cells: readonly string[], written = escapedMarkdown): string =>
  `| ${cells.map(written).join(' | ')} |`;

/**
 * A value that Markdown reads as plain text: what begins markup, a cell, an address or HTML is escaped (CommonMark 2.4),
 * and so is what makes a list or a heading out of a line.
 */
export const escapedMarkdown = (value: string): string =>
  shown(value)
    .replace(/[\\`*_[\]<>#!|~&$^=]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/(?<=www)\./gi, '\\.')
    .replace(/^[-+]/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
