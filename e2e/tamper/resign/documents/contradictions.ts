import type { Json, JsonObject } from '@laurel/credentials';
import { withValue } from '../../alter/paths.js';
import type { Stage } from '../../stage/stage.js';
import { refused, warned, type Exhibit } from '../../verdicts/judged.js';
import { exhibit, forge, without } from '../forge.js';

/** What a library itself signs and Laurel knows better. */
export async function contradictions(stage: Stage): Promise<Exhibit[]> {
  const { library, suspended } = stage;
  const sign = (document: JsonObject) => forge(document, library.signers.Ed25519);
  const id = await stage.tell();
  const told = (member: string, value: Json) => sign(withValue(library.document(id), ['credentialSubject', 'achievement', member], value) as JsonObject);
  const alignments = (code: string) => (library.document(id).credentialSubject as { achievement: { alignment: JsonObject[] } }).achievement.alignment.filter(({ targetUrl }) => !String(targetUrl).includes(code));
  const standings = await Promise.all((['revoked', 'suspended', 'superseded'] as const).map(async (status) => exhibit(`status: ${status}`, await sign(library.document(await stage.tell(status))), refused('status', status))));
  const ofSuspended = suspended.document(await stage.tell('active', suspended));
  return [
    ...standings,
    exhibit('status: a credential that nobody issued', await sign(library.document('0193609a-0000-7000-8000-00000000dead')), refused('status', 'status-unavailable')),
    exhibit('status: without entries, of one that was revoked', await sign(without(library.document(await stage.tell('revoked')), 'credentialStatus')), refused('status', 'revoked')),
    exhibit('achievement: another id', await told('id', 'https://laurel.example/v1/achievements/0193609a-0000-7000-8000-000000000001'), refused('achievement', 'achievement-differs')),
    exhibit('achievement: another version', await told('version', '1'), refused('achievement', 'achievement-differs')),
    exhibit('achievement: another name', await told('name', 'Surgery'), refused('achievement', 'achievement-differs')),
    exhibit('achievement: another form of learning', await told('alignment', alignments('forms-of-learning')), refused('achievement', 'achievement-differs')),
    exhibit('achievement: no level', await told('alignment', alignments('eqf')), refused('achievement', 'achievement-differs')),
    exhibit('recognition: of a library that is suspended', await forge(ofSuspended, suspended.signers.Ed25519), warned('recognition', 'provider-suspended')),
  ];
}
