import type { Block, Letter } from './letter.js';

/** The letter as plain text, lines unfolded. */
export const letterText = ({ heading, blocks, reason }: Letter): string => [heading, ...blocks.map(textOf), `-- \nLaurel: all learning counts.\n${reason}`, ''].join('\n\n').trimEnd();

function textOf(block: Block): string {
  if (block.kind === 'facts') return block.facts.map(([name, value]) => `${name}: ${value}`).join('\n');
  if (block.kind === 'link') return `${block.label}: ${block.url}`;
  return block.kind === 'code' ? `    ${block.text}` : block.text;
}
