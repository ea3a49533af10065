import { describe, expect, it } from '@jest/globals';
import { OperationLog } from '../client/operation-log.js';
import { countLostAndDoubled, findViolations, type Told } from './find-violations.js';
import type { ObservedCredential, ObservedOutcome } from './observation.js';

const outcome = (number: number, more: Partial<ObservedOutcome> = {}): ObservedOutcome => ({
  id: `outcome-${number}`, providerId: 'school', externalId: `external-${number}`, status: 'issued', credentialId: `credential-${number}`, ...more,
});
const credential = (number: number, of = number): ObservedCredential => ({ id: `credential-${number}`, outcomeId: `outcome-${of}` });
const refused = (number: number) => outcome(number, { status: 'refused', credentialId: undefined, refusal: 'not-accredited' });

interface World {
  told: Told;
  outcomes: ObservedOutcome[];
  credentials: ObservedCredential[];
}

/** Five outcomes: three issued, one refused, one withdrawn before it was issued; the last was never acknowledged. */
function goodWorld(): World {
  const log = new OperationLog();
  for (const number of [1, 2, 3, 4]) log.acknowledge(outcome(number), number);
  return {
    told: { acknowledgements: log.acknowledgements(), contradictions: log.contradictions },
    outcomes: [outcome(1), outcome(2), refused(3), outcome(4), outcome(5, { status: 'withdrawn', credentialId: undefined })],
    credentials: [credential(1), credential(2), credential(4)],
  };
}

const found = ({ told, outcomes, credentials }: World) => findViolations(told, { outcomes, credentials }).map(({ kind }) => kind);

describe('the checker', () => {
  it('finds nothing where nothing is', () => {
    expect(found(goodWorld())).toEqual([]);
  });

  it.each<[string, (world: World) => void, string[]]>([
    ['an acknowledged outcome that is gone', (w) => { w.outcomes.splice(2, 1); }, ['outcome-lost']],
    ['an acknowledged outcome gone, its credential left', (w) => { w.outcomes.splice(0, 1); }, ['outcome-lost', 'credential-of-nothing']],
    ['an outcome stored anew under another id', (w) => { w.outcomes[2] = { ...refused(3), id: 'outcome-9' }; }, ['outcome-lost']],
    ['two outcomes under one externalId', (w) => { w.outcomes.push({ ...refused(6), externalId: 'external-3' }); }, ['outcome-doubled']],
    ['an outcome that stays recorded', (w) => { w.outcomes[2] = outcome(3, { status: 'recorded', credentialId: undefined }); }, ['outcome-unfinished']],
    ['an unacknowledged outcome that stays recorded', (w) => { w.outcomes[4] = outcome(5, { status: 'recorded', credentialId: undefined }); }, ['outcome-unfinished']],
    ['two credentials of one outcome', (w) => { w.credentials.push(credential(7, 1)); }, ['credential-doubled']],
    ['the same credential twice', (w) => { w.credentials.push(credential(1)); }, ['credential-doubled']],
    ['a credential and a refusal', (w) => { w.credentials.push(credential(3)); }, ['credential-and-refusal']],
    ['a refusal beside an issued outcome', (w) => { w.outcomes[0] = outcome(1, { refusal: 'not-accredited' }); }, ['credential-and-refusal']],
    ['an issued outcome whose credential is gone', (w) => { w.credentials.shift(); }, ['credential-lost', 'credential-foreign']],
    ['an issued outcome that names no credential', (w) => { w.outcomes[0] = outcome(1, { credentialId: undefined }); }, ['credential-lost']],
    ['an outcome that names another\'s credential', (w) => { w.outcomes[0] = outcome(1, { credentialId: 'credential-2' }); }, ['credential-foreign']],
    ['a refusal without a reason', (w) => { w.outcomes[2] = outcome(3, { status: 'refused', credentialId: undefined }); }, ['refusal-lost']],
    ['a credential of an outcome that never was', (w) => { w.credentials.push(credential(8)); }, ['credential-of-nothing']],
  ])('finds %s', (_, plant, kinds) => {
    const world = goodWorld();
    plant(world);
    expect(found(world)).toEqual(kinds);
  });

  it('finds an externalId that was answered with two ids', () => {
    const log = new OperationLog();
    log.acknowledge(outcome(1), 1);
    log.acknowledge({ ...outcome(1), id: 'outcome-2' }, 2);
    const violations = findViolations({ acknowledgements: log.acknowledgements(), contradictions: log.contradictions }, { outcomes: [outcome(1)], credentials: [credential(1)] });
    expect(violations.map(({ kind, invariant }) => [kind, invariant])).toEqual([['outcome-renamed', 'I3']]);
  });

  it('counts what is doubled apart from what is lost', () => {
    const world = goodWorld();
    world.credentials.push(credential(7, 1));
    world.outcomes.splice(2, 1);
    expect(countLostAndDoubled(findViolations(world.told, world))).toEqual({ lost: 1, doubled: 1 });
  });
});
