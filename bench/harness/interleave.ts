/** As many as performance.md asks for; one before them warms up and is not counted. */
export const ROUNDS = 5;

/** Measures ours and theirs by turns, so that whatever else the machine does meets both. */
export async function interleave<Figure>(ours: () => Promise<Figure>, theirs: () => Promise<Figure>, rounds = ROUNDS): Promise<{ ours: Figure; theirs: Figure }[]> {
  return repeat(async () => ({ ours: await ours(), theirs: await theirs() }), rounds);
}

/** Measures what has no peer. */
export async function repeat<Figure>(measure: () => Promise<Figure>, rounds = ROUNDS): Promise<Figure[]> {
  await measure();
  const measured: Figure[] = [];
  for (let round = 0; round < rounds; round += 1) measured.push(await measure());
  return measured;
}
