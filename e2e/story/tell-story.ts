import { inSeconds, type Narrator } from './narrator.js';
import { play, type StoryOptions } from './play.js';
import { prepareFolder, writeReport, type Report } from './results.js';
import { World } from './world.js';

/**
 * The whole story (issue 3, section 2), over HTTP against processes of its own: the demo and the end-to-end test.
 * @param onOpen given the world as soon as there is one, for whoever must be able to end it at once
 * @throws at the first thing that is not as it must be
 */
export async function tellStory(options: StoryOptions, narrator: Narrator, onOpen: (world: World) => void = () => undefined): Promise<Report> {
  const began = performance.now();
  const startedAt = new Date().toISOString();
  if (options.out !== undefined) prepareFolder(options.out);
  const world = await narrator.step(`A learning city starts Laurel, ${options.mode === 'in-process' ? 'all in one process' : 'a process a service over Kafka'}`, () => openWorld(options, narrator));
  onOpen(world);
  const { readyAfterMs } = world.laurel;
  try {
    const played = await play(options, world);
    await narrator.step('Laurel stops, and leaves nothing behind', () => world.close());
    const report: Report = {
      seed: options.seed, mode: options.mode, node: process.version, startedAt, readyAfterMs: Math.round(readyAfterMs),
      seconds: Math.round(performance.now() - began) / 1_000, steps: narrator.steps, ...played,
    };
    if (options.out !== undefined) writeReport(options.out, world.mailbox, report);
    return report;
  } catch (error) {
    const log = world.laurel.lastLog();
    await world.abandon();
    throw new Error(`${error instanceof Error ? error.message : String(error)}${log && `\n\nThe end of Laurel's log:\n${log}`}`, { cause: error });
  }
}

async function openWorld({ mode, outcomes }: StoryOptions, narrator: Narrator): Promise<World> {
  const world = await World.open(mode, narrator, outcomes === undefined ? {} : { RATE_LIMITS: 'off' });
  narrator.say(`ready at ${world.connection.origin} after ${inSeconds(world.laurel.readyAfterMs)}: ${world.laurel.processes().map(({ name }) => name).join(', ')}`);
  narrator.say(`mail goes to ${world.mailbox.url}, a real SMTP server`);
  return world;
}
