import { documentStyle } from './document.style.js';
import { shown, type Block, type Document, type Head, type Section, type Table } from './document.js';

/** The document as a page of its own: without script, without anything fetched, for the screen and for paper. Every value is escaped. */
export const htmlOf = (document: Document, head: Head): string => `<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
<title>${escapedHtml(document.title)}</title>
<style>${documentStyle}</style>
</head>
<body>
<main>
<h1>${escapedHtml(document.title)}</h1>
<dl>
${head.map(([name, value]) => `<div><dt>${escapedHtml(name)}</dt><dd>${escapedHtml(value)}</dd></div>`).join('\n')}
</dl>
${contents(document.sections)}
${document.sections.map((section, at) => sectionHtml(section, 2, String(at + 1))).join('\n')}
</main>
</body>
</html>
`;

const contents = (sections: readonly Section[]): string => `<nav aria-labelledby="inhalt">
<h2 id="inhalt">Inhalt</h2>
<ul>
${sections.map(({ heading }, at) => `<li><a href="#a${String(at + 1)}">${String(at + 1)} ${escapedHtml(heading)}</a></li>`).join('\n')}
</ul>
</nav>`;

/** Deeper headings than HTML has are written as its deepest. */
const deepest = 6;

function sectionHtml({ heading, blocks, sections }: Section, level: number, number: string): string {
  const tag = `h${String(Math.min(level, deepest))}`;
  const inner = [
    ...blocks.map(blockHtml),
    ...sections.map((one, at) => sectionHtml(one, level + 1, `${number}.${String(at + 1)}`)),
  ];
  return `<section>
<${tag} id="a${number}">${number} ${escapedHtml(heading)}</${tag}>
${inner.join('\n')}
</section>`;
}

function blockHtml(block: Block): string {
  if (block.kind === 'text') return `<p>${escapedHtml(block.text)}</p>`;
  if (block.kind === 'list') return `<ul>${block.items.map((item) => `<li>${escapedHtml(item)}</li>`).join('')}</ul>`;
  return tableHtml(block);
}

/** What is wider than the screen is moved within its own frame, by keyboard too. */
const tableHtml = ({
  caption,
  columns,
  rows,
}: Table): string => `<div class="wide" role="region" tabindex="0" aria-label="${escapedHtml(caption)}">
<table>
<caption>${escapedHtml(caption)}</caption>
<thead><tr>${columns.map((column) => `<th scope="col">${escapedHtml(column)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${row.map((cell) => `<td>${escapedHtml(cell)}</td>`).join('')}</tr>`).join('\n')}
</tbody>
</table>
</div>`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A value as text of an element or an attribute in quotation marks. */
export const escapedHtml = (value: string): string => shown(value).replace(/[&<>"']/g, (mark) => entities[mark] ?? '');
