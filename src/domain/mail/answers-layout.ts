/** The languages that answers are written in. */
export type Language = 'de' | 'en';

/** A piece of an answer. Each answer is written once, as blocks, and goes out as plain text and as HTML. */
export type Block =
  | { readonly kind: 'text' | 'heading'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  /** Numbered where there is something to count off; each item is a line with lines that belong to it. */
  | { readonly kind: 'items'; readonly numbered: boolean; readonly items: readonly (readonly [string, ...string[]])[] }
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
  /** A list whose items lead somewhere each, with lines that belong to them. */
  | {
      readonly kind: 'entries';
      readonly entries: readonly { readonly label: string; readonly url: string; readonly lines: readonly string[] }[];
    }
  /** What follows is in another language. */
  | { readonly kind: 'turn'; readonly language: Language };

/** The blocks as a person reads them in any mail program. */
export const plainText = (blocks: readonly Block[]): string =>
  `${blocks.map((block) => plainOf(block)).join('\n\n')}\n`;

function plainOf(block: Block): string {
  switch (block.kind) {
    case 'text':
      return block.text;
    case 'heading':
      return `${block.text}\n${'-'.repeat(Math.min(72, block.text.length))}`;
    case 'facts':
      return block.rows.map(([label, value]) => `${label}: ${value}`).join('\n');
    case 'items':
      return block.items
        .map(([first, ...more], at) => {
          const mark = block.numbered ? `${String(at + 1)}. ` : '- ';
          return [`${mark}${first}`, ...more.map((line) => `${' '.repeat(mark.length)}${line}`)].join('\n');
        })
        .join('\n');
    case 'link':
      return `${block.label}:\n${block.url}`;
    case 'entries':
      return block.entries.map(({ label, url, lines }) => [`- ${label}`, ...lines, url].join('\n  ')).join('\n\n');
    case 'turn':
      return '='.repeat(72);
  }
}

/**
 * The same as a page without style, script or anything fetched: it takes the reader's colours and sizes, and says its
 * language, its headings and its lists to those who listen to it.
 */
export function htmlPage(title: string, language: Language, blocks: readonly Block[]): string {
  const turn = blocks.findIndex(({ kind }) => kind === 'turn');
  const [first, second] = turn < 0 ? [blocks, []] : [blocks.slice(0, turn), blocks.slice(turn + 1)];
  const turned = blocks[turn];
  const rest =
    turned?.kind === 'turn' ? `<hr>\n<div lang="${turned.language}">\n${second.map(htmlOf).join('\n')}\n</div>\n` : '';
  return `<!DOCTYPE html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title></head>
<body>
<h1>${escaped(title)}</h1>
${first.map(htmlOf).join('\n')}
${rest}</body>
</html>
`;
}

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'text':
      return `<p>${lines(block.text)}</p>`;
    case 'heading':
      return `<h2>${escaped(block.text)}</h2>`;
    case 'facts':
      return `<dl>\n${block.rows.map(([label, value]) => `<dt>${escaped(label)}</dt><dd>${lines(value)}</dd>`).join('\n')}\n</dl>`;
    case 'items': {
      const tag = block.numbered ? 'ol' : 'ul';
      const items = block.items.map((item) => `<li>${item.map(escaped).join('<br>')}</li>`);
      return `<${tag}>\n${items.join('\n')}\n</${tag}>`;
    }
    case 'link':
      return `<p><a href="${escaped(block.url)}">${escaped(block.label)}</a></p>`;
    case 'entries': {
      const items = block.entries.map(({ label, url, lines: more }) =>
        [`<a href="${escaped(url)}">${escaped(label)}</a>`, ...more.map(escaped)].join('<br>'),
      );
      return `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`;
    }
    case 'turn':
      return '<hr>';
  }
}

const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

const dots = /[.\u3002\uff0e\uff61]/;
const dotted = /[\p{L}\p{N}-]+(?:[.\u3002\uff0e\uff61][\p{L}\p{N}-]+)+/gu;
const topDomain = /^(?:\p{L}{2,63}|xn--[a-z0-9-]+)$/iu;
const fileEnding = /^(?:xml|pdf|zip|xrechnung|eml|msg|docx?|xlsx?|txt|csv|png|jpe?g|tiff?|html?)$/i;

/** What mail programs take for a domain and make a link of, taken apart; names of files stay. */
function withoutDomain(text: string): string {
  const last = text.split(dots).at(-1) ?? '';
  return topDomain.test(last) && !fileEnding.test(last) ? text.split(dots).join('. ') : text;
}

/**
 * Words of somebody else, to be quoted in one line: without control characters and those that turn the direction of
 * writing, without what mail programs make a link of, and no longer than `most` characters. Whoever forges a sender
 * could have us deliver a message to a stranger otherwise.
 */
export function quoted(text: string, most: number): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[a-z][a-z+.-]*:\/\/|\bwww\./gi, '')
    .replace(dotted, withoutDomain)
    .trim();
  const characters = [...line];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : line;
}

/** The same for words of staff, which may have several lines. */
export const quotedLines = (text: string, most: number): string =>
  text
    .split(/\r?\n/)
    .map((line) => quoted(line, most))
    .join('\n')
    .slice(0, most);
