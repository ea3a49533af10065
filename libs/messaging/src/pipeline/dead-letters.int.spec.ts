import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { deadLetterTopic } from '@laurel/events';
import { problemTable } from '@laurel/runtime';
import { counted, countedOn, eventually, inProcessLog, runServices, SampleService, sampleTopic } from '@laurel/testing';
import type { INestApplication } from '@nestjs/common';
import { DeadLetters } from './dead-letters.js';

const type = countedOn(sampleTopic(1));
const problem = problemTable({ 'number-unlucky': { status: 422, title: 'The number is unlucky', advice: 'Take another.' } });

let service: SampleService;
let app: INestApplication;
let letters: DeadLetters;
let unlucky: Set<number>;
/** Dead letters that were told of. */
let noted: number;

beforeEach(async () => {
  unlucky = new Set([2]);
  service = await SampleService.open('sample', [type]);
  service.beforeEffects = async (events) => {
    const number = events.map(({ data }) => data.number).find((each) => unlucky.has(each));
    if (number !== undefined) throw problem('number-unlucky', `the number ${number}`);
  };
  letters = new DeadLetters(service.database);
  const log = await inProcessLog();
  const transport = await log.open();
  noted = 0;
  transport.consume('reader', deadLetterTopic(type.topic), async ({ records }) => void (noted += records.length));
  app = await runServices(transport, service);
});
afterEach(() => app.close());

const numbers = async () => (await service.effects()).map(({ number }) => number);

/** Of two aggregates; a's second event is refused, so that its third and fourth wait. */
async function oneDeadTwoParked(): Promise<void> {
  await service.emit(type, [counted('a', 1), counted('a', 2), counted('b', 9), counted('a', 3), counted('a', 4)]);
  await eventually(async () => expect(await service.count('dead_letter')).toBe(3));
  expect(await numbers()).toEqual([1, 9]);
}

describe('list and show', () => {
  it('tell what is dead, why, and what waits behind it', async () => {
    await oneDeadTwoParked();
    const [dead, ...none] = await letters.list({ state: 'dead' });
    expect(none).toEqual([]);
    expect(dead).toMatchObject({ subject: 'a', type: type.type, topic: type.topic.name, reason: 'number-unlucky', detail: 'the number 2', tries: 1, parked: 2 });
    expect(await letters.list({ state: 'parked', topic: type.topic.name })).toHaveLength(2);
    expect(await letters.list({ subject: 'b' })).toEqual([]);
    expect(await letters.list({}, 1)).toHaveLength(1);
    const shown = await letters.show(dead?.id ?? '');
    expect(JSON.parse(shown?.payload ?? '')).toMatchObject({ id: dead?.eventId, subject: 'a', data: { number: 2 } });
    expect(shown?.replays).toEqual([]);
    expect(await letters.show('00000000-0000-7000-8000-000000000000')).toBeUndefined();
  });
});

describe('replay', () => {
  it('changes nothing as a dry run', async () => {
    await oneDeadTwoParked();
    unlucky.clear();
    expect(await letters.replay({ type: type.type }, { by: 'operator', dryRun: true })).toMatchObject([{ subject: 'a', parked: 2 }]);
    expect(await letters.list({ state: 'dead' })).toMatchObject([{ replayRequestedAt: null }]);
  });

  it('takes the dead letter and, in order, what is parked behind it, and leaves an audit entry', async () => {
    await oneDeadTwoParked();
    unlucky.clear();
    const [letter] = await letters.replay({ reason: 'number-unlucky' }, { by: 'operator' });
    await eventually(async () => expect(await numbers()).toEqual([1, 9, 2, 3, 4]));
    expect(await letters.list({ state: 'replayed' })).toHaveLength(3);
    expect((await letters.show(letter?.id ?? ''))?.replays).toMatchObject([{ requestedBy: 'operator', succeeded: true, detail: null }]);
    await service.emit(type, [counted('a', 5)]);
    await eventually(async () => expect(await numbers()).toEqual([1, 9, 2, 3, 4, 5]));
  });

  it('that fails again leaves everything where it was, and says so', async () => {
    await oneDeadTwoParked();
    const [letter] = await letters.replay({}, { by: 'operator' });
    const shown = await eventually(async () => {
      const now = await letters.show(letter?.id ?? '');
      expect(now?.replays).toHaveLength(1);
      return now;
    });
    expect(shown).toMatchObject({ state: 'dead', tries: 2, parked: 2, replayRequestedAt: null, replays: [{ succeeded: false, detail: 'the number 2' }] });
    expect(await numbers()).toEqual([1, 9]);
  });

  it('stops at the next that fails, which is the dead letter from then on', async () => {
    await oneDeadTwoParked();
    unlucky = new Set([4]);
    await letters.replay({}, { by: 'operator' });
    await eventually(async () => expect(await letters.list({ state: 'dead' })).toMatchObject([{ detail: 'the number 4', parked: 0 }]));
    expect(await numbers()).toEqual([1, 9, 2, 3]);
    await eventually(() => expect(noted).toBe(2));
  });

  it('lets no event of the aggregate slip past, however they come meanwhile', async () => {
    await oneDeadTwoParked();
    unlucky.clear();
    await letters.replay({}, { by: 'operator' });
    for (let number = 5; number < 105; number += 1) await service.emit(type, [counted('a', number)]);
    await eventually(async () => expect(await service.count('effect')).toBe(105), 15_000);
    const ofA = (await service.effects()).filter(({ subject }) => subject === 'a').map(({ number }) => number);
    expect(ofA).toEqual(Array.from({ length: 104 }, (_, index) => index + 1));
    expect(await service.count('dead_letter', `state <> 'replayed'`)).toBe(0);
  });
});
