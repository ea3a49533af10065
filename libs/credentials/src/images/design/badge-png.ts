import { deflateSync } from 'node:zlib';
import { writePng } from '../png-chunks.js';
import { CENTRE, COLOURS, DISC, LEAF, LEAF_OFFSET, LEAF_RADIUS, type Leaf, RING, SIDE, leaves } from './wreath.js';

/** How far a point lies outside of a shape, in pixels; negative inside. */
type Distance = (x: number, y: number) => number;
interface Layer {
  readonly distance: Distance;
  readonly colour: string;
}

const disc: Distance = (x, y) => Math.hypot(x - CENTRE, y - CENTRE) - DISC;
const ring: Distance = (x, y) => Math.abs(Math.hypot(x - CENTRE, y - CENTRE) - RING.radius) - RING.width / 2;

function leaf({ x: middleX, y: middleY, turn }: Leaf): Distance {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return (x, y) => {
    const [dx, dy] = [x - middleX, y - middleY];
    if (Math.abs(dx) > LEAF.length || Math.abs(dy) > LEAF.length) return LEAF.length;
    const along = dx * cos + dy * sin;
    const across = Math.abs(dy * cos - dx * sin);
    return Math.hypot(along, across + LEAF_OFFSET) - LEAF_RADIUS;
  };
}

function stroke(from: readonly [number, number], to: readonly [number, number], width: number): Distance {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  return (x, y) => {
    const part = Math.min(1, Math.max(0, ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy)));
    return Math.hypot(x - from[0] - part * dx, y - from[1] - part * dy) - width / 2;
  };
}

/** On the disc, from the ground up. A tick stands where an SVG has the name: a PNG has no letters of its own. */
const layers: readonly Layer[] = [
  { distance: ring, colour: COLOURS.ring },
  ...leaves.map((each) => ({ distance: leaf(each), colour: COLOURS.leaf })),
  { distance: stroke([148, 204], [184, 240], 20), colour: COLOURS.sign },
  { distance: stroke([184, 240], [256, 160], 20), colour: COLOURS.sign },
];

let drawn: Uint8Array | undefined;

/** A badge as a PNG of 400 x 400 pixels, transparent around the disc. Drawn once: it is the same for every achievement. */
export const badgePng = (): Uint8Array => (drawn ??= writePng([
  { type: 'IHDR', data: header() },
  { type: 'IDAT', data: deflateSync(pixels(), { level: 9 }) },
  { type: 'IEND', data: Buffer.alloc(0) },
]));

/** PNG section 11.2.1: width, height, 8 bits a channel, red, green, blue and alpha. */
function header(): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(SIDE, 0);
  data.writeUInt32BE(SIDE, 4);
  data.set([8, 6], 8);
  return data;
}

/** Row by row, each with a leading zero: no filter (PNG section 9.2). */
function pixels(): Buffer {
  const painted = layers.map(({ distance, colour }) => ({ distance, channels: Buffer.from(colour.slice(1), 'hex') }));
  const row = 1 + SIDE * 4;
  const rows = Buffer.alloc(SIDE * row);
  for (let y = 0; y < SIDE; y += 1) {
    for (let x = 0; x < SIDE; x += 1) {
      const at = y * row + 1 + x * 4;
      rows.set(GROUND, at);
      for (const { distance, channels } of painted) paint(rows, at, channels, coverage(distance(x + 0.5, y + 0.5)));
      rows[at + 3] = Math.round(255 * coverage(disc(x + 0.5, y + 0.5)));
    }
  }
  return rows;
}

const GROUND = Buffer.from(COLOURS.disc.slice(1), 'hex');

/** The part of a pixel that a shape covers, as its edge passes by the middle of the pixel. */
const coverage = (distance: number): number => Math.min(1, Math.max(0, 0.5 - distance));

function paint(rows: Buffer, at: number, channels: Uint8Array, cover: number): void {
  if (cover === 0) return;
  for (const [channel, value] of channels.entries()) rows[at + channel] = Math.round((rows[at + channel] ?? 0) * (1 - cover) + value * cover);
}
