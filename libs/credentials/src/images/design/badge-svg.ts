import { CENTRE, COLOURS, DISC, LEAF, LEAF_RADIUS, RING, SIDE, leaves } from './wreath.js';

const LINE_GRAPHEMES = 15;
const MAX_LINES = 4;
const LINE_HEIGHT = 30;
/** More of a name than this, in UTF-16 code units, is not looked at: it fills the lines many times over. */
const MAX_NAME = 400;

/** A badge as SVG text: the wreath, and the name of the achievement in it, on up to four lines. */
export function badgeSvg(fullName: string): string {
  const name = fullName.slice(0, MAX_NAME);
  const lines = wrapped(name);
  const top = CENTRE - ((lines.length - 1) * LINE_HEIGHT) / 2;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}" role="img">`,
    `<title>${escaped(name)}</title>`,
    `<circle cx="${CENTRE}" cy="${CENTRE}" r="${DISC}" fill="${COLOURS.disc}"/>`,
    `<circle cx="${CENTRE}" cy="${CENTRE}" r="${RING.radius}" fill="none" stroke="${COLOURS.ring}" stroke-width="${RING.width}"/>`,
    `<path fill="${COLOURS.leaf}" d="${leaves.map(leafPath).join('')}"/>`,
    `<text fill="${COLOURS.sign}" font-family="system-ui,sans-serif" font-size="24" font-weight="600" text-anchor="middle" dominant-baseline="central">`,
    ...lines.map((line, at) => `<tspan x="${CENTRE}" y="${top + at * LINE_HEIGHT}">${escaped(line)}</tspan>`),
    '</text>',
    '</svg>',
    '',
  ].join('\n');
}

function leafPath({ x, y, turn }: (typeof leaves)[number]): string {
  const [along, down] = [(Math.cos(turn) * LEAF.length) / 2, (Math.sin(turn) * LEAF.length) / 2];
  const point = (sign: 1 | -1): string => `${(x + sign * along).toFixed(1)} ${(y + sign * down).toFixed(1)}`;
  const arc = `A${LEAF_RADIUS.toFixed(1)} ${LEAF_RADIUS.toFixed(1)} 0 0 1 `;
  return `M${point(-1)}${arc}${point(1)}${arc}${point(-1)}Z`;
}

/** A text in lines that fit into the wreath: broken at spaces, within a word only if it is too long, and cut with an ellipsis. */
function wrapped(text: string): string[] {
  const pieces = text.split(/\s+/).flatMap(piecesOf).filter((piece) => piece.length > 0);
  const lines = pieces.reduce<string[][]>((done, piece) => {
    const line = done.at(-1);
    return line && [...line, ' ', ...piece].length <= LINE_GRAPHEMES ? [...done.slice(0, -1), [...line, ' ', ...piece]] : [...done, piece];
  }, []);
  const shown = lines.slice(0, MAX_LINES).map((line) => line.join(''));
  return lines.length > MAX_LINES ? [...shown.slice(0, -1), `${shown.at(-1) ?? ''}…`] : shown;
}

function piecesOf(word: string): string[][] {
  const graphemes = Array.from(new Intl.Segmenter().segment(word), ({ segment }) => segment);
  return Array.from({ length: Math.ceil(graphemes.length / LINE_GRAPHEMES) }, (_, at) => graphemes.slice(at * LINE_GRAPHEMES, (at + 1) * LINE_GRAPHEMES));
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** Characters that mean something in XML as entities, and those that XML does not have as U+FFFD. */
const escaped = (text: string): string => text.replace(/[&<>]|[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, (character) => ENTITIES[character] ?? '\ufffd');
