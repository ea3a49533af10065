/** Side of the badge, in pixels. */
export const SIDE = 400;
export const CENTRE = SIDE / 2;
/** Radii of the disc and of the thin ring on it. */
export const DISC = 196;
export const RING = { radius: 184, width: 3 } as const;
/** Laurel's greens. */
export const COLOURS = { disc: '#14532d', ring: '#1b6b45', leaf: '#e8f0ea', sign: '#ffffff' } as const;

/** A leaf is what two equal circles have in common: `length` from tip to tip, `width` across, both in pixels. */
export const LEAF = { length: 46, width: 17 } as const;
/** Radius of the two circles of a leaf, and how far the middle of each lies from the leaf's. */
export const LEAF_RADIUS = (LEAF.length ** 2 + LEAF.width ** 2) / (4 * LEAF.width);
export const LEAF_OFFSET = LEAF_RADIUS - LEAF.width / 2;

/** Where a leaf lies, and how it is turned (radians, clockwise). */
export interface Leaf {
  readonly x: number;
  readonly y: number;
  readonly turn: number;
}

const STEM = 142;
const PAIRS_A_SIDE = 6;
/** How far a leaf turns away from the stem, in radians. */
const SPREAD = 0.62;

/** Two branches that rise from below and leave the top open; leaves grow from them in pairs, one to each side. */
export const leaves: readonly Leaf[] = Array.from({ length: PAIRS_A_SIDE }, (_, at) => {
  const angle = ((80 - at * 23) * Math.PI) / 180;
  return [SPREAD, -SPREAD].flatMap((spread) => {
    const turn = angle - Math.PI / 2 + spread;
    const x = STEM * Math.cos(angle) + (Math.cos(turn) * LEAF.length) / 2;
    const y = CENTRE + STEM * Math.sin(angle) + (Math.sin(turn) * LEAF.length) / 2;
    return [
      { x: CENTRE + x, y, turn },
      { x: CENTRE - x, y, turn: Math.PI - turn },
    ];
  });
}).flat();
