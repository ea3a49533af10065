/** As many as performance.md asks for; one before them warms up and is not counted. */
export const ROUNDS = 5;

/** Measures several things by turns, so that whatever else the machine does meets all of them. */
export function interleave<Name extends string, Figure>(turns: Readonly<Record<Name, () => Promise<Figure>>>, rounds = ROUNDS): Promise<Record<Name, Figure>[]> {
  return repeat(async () => {
    const figures: Partial<Record<Name, Figure>> = {};
    for (const name in turns) figures[name] = await turns[name]();
    return figures as Record<Name, Figure>;
  }, rounds);
}

/** Measures what has no peer. */
export async function repeat<Figure>(measure: () => Promise<Figure>, rounds = ROUNDS): Promise<Figure[]> {
  await measure();
  const measured: Figure[] = [];
  for (let round = 0; round < rounds; round += 1) measured.push(await measure());
  return measured;
}
