import type { ReactNode } from 'react';
import { blocksOf, piecesOf } from './text-blocks.js';

interface PlainTextProps {
  readonly text: string;
}

/** A town's own text: headings, paragraphs, lists and links; whatever else stands in it is text. */
export const PlainText = ({ text }: PlainTextProps) => (
  <div className="plain-text">
    {blocksOf(text).map((block, index) => {
      if (block.kind === 'heading') return <Heading key={index} text={block.text} level={block.level} />;
      if (block.kind === 'paragraph') return <p key={index}>{linked(block.text)}</p>;
      return (
        <ul key={index}>
          {block.items.map((item, position) => (
            <li key={position}>{linked(item)}</li>
          ))}
        </ul>
      );
    })}
  </div>
);

function Heading({ text, level }: { readonly text: string; readonly level: 2 | 3 }) {
  return level === 2 ? <h2 className="kern-heading-small">{text}</h2> : <h3 className="kern-title">{text}</h3>;
}

const linked = (text: string): readonly ReactNode[] =>
  piecesOf(text).map((piece, index) =>
    piece.href === null ? (
      piece.text
    ) : (
      <a key={index} className="kern-link kern-link--no-visited-state" href={piece.href} rel="noreferrer">
        {piece.text}
      </a>
    ),
  );
