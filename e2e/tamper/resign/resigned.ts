import type { Json, JsonObject } from '@laurel/credentials';
import { withValue } from '../alter/paths.js';
import { refused, warned, accepted, type Exhibit, type Verdict } from '../verdicts/judged.js';
import { didOf, newSigner } from '../stage/library.js';
import type { Stage } from '../stage/stage.js';
import { countersign, forge } from './forge.js';
import { MISDEEDS } from './misdeeds.js';

const exhibit = (name: string, sent: Json, ...verdicts: readonly Verdict[]): Exhibit => ({ name, sent, verdicts });
const without = (document: JsonObject, ...members: readonly string[]): JsonObject => Object.fromEntries(Object.entries<Json>(document).filter(([member]) => !members.includes(member)));

/** What strangers sign about themselves: each wrong in one way. */
export async function strangersMisdeeds({ library }: Stage): Promise<Exhibit[]> {
  const stranger = newSigner('Ed25519');
  const good = library.document('0193609a-0000-7000-8000-000000000099', didOf(stranger));
  const bearable = without(good, 'credentialStatus');
  const exhibits = await Promise.all(MISDEEDS.map(async ({ name, document, options, verdict }) => {
    const base = name.startsWith('status') ? good : bearable;
    return exhibit(name, await forge(document(base), stranger, 'eddsa-jcs-2022', options), verdict);
  }));
  return [...exhibits, exhibit('a stranger about himself', await forge(bearable, stranger), warned('recognition', 'issuer-not-recognised'))];
}

/** Who signs in whose name. */
export async function bindings(stage: Stage): Promise<Exhibit[]> {
  const { library } = stage;
  const [id, stranger, curve] = [await stage.tell(), newSigner('Ed25519'), newSigner('P-256')];
  const document = library.document(id);
  const own = await forge(document, library.signers.Ed25519, 'eddsa-rdfc-2022');
  const strangers = await forge(document, stranger, 'eddsa-rdfc-2022');
  const proof = (signed: JsonObject): JsonObject => signed.proof as JsonObject;
  const both = await countersign(own, stranger);
  const bogus = { ...own, proof: [own.proof ?? {}, { ...proof(own), created: '2026-11-24T09:30:01Z' }] };
  const chained = await forge({ ...document, proof: { ...proof(own), id: 'urn:x:first' } }, library.signers.Ed25519);
  const many = { ...own, proof: Array.from({ length: 21 }, () => own.proof ?? {}) };
  return [
    exhibit('the library twice', await countersign(own, library.signers['P-256'], 'ecdsa-rdfc-2019'), accepted),
    exhibit('binding: a stranger in the name of the library', strangers, refused('issuer-binding', 'not-the-issuers-key')),
    exhibit('binding: with the name of its key', { ...strangers, proof: { ...proof(strangers), verificationMethod: library.signers.Ed25519.verificationMethod } }, refused('proof', 'invalid-signature')),
    exhibit('binding: a stranger beside the library', both, refused('issuer-binding', 'not-the-issuers-key')),
    exhibit('binding: a key that the library has not', { ...own, proof: { ...proof(own), verificationMethod: `${library.did}#z6MkOther` } }, refused('proof', 'unknown-key')),
    exhibit('binding: the library in the name of a stranger', await forge({ ...document, issuer: { ...(document.issuer as JsonObject), id: didOf(stranger) } }, library.signers.Ed25519), refused('issuer-binding', 'not-the-issuers-key')),
    exhibit('binding: no issuer', await forge(without(document, 'issuer'), library.signers.Ed25519), refused('issuer-binding', 'no-issuer')),
    exhibit('proof: one good beside a bogus one', bogus, refused('proof', 'invalid-signature')),
    exhibit('proof: none', document, refused('proof', 'no-proof')),
    exhibit('proof: more than are looked at', many, refused('proof', 'too-many-proofs')),
    exhibit('proof: one id for two', { ...chained, proof: [{ ...proof(own), id: 'urn:x:1' }, { ...proof(own), id: 'urn:x:1' }, { ...proof(chained), previousProof: 'urn:x:1' }] }, refused('proof', 'repeated-proof-id', 'invalid-signature')),
    exhibit('proof: of another kind of key', { ...(await forge(document, curve, 'ecdsa-jcs-2019')), proof: { ...proof(own), verificationMethod: curve.verificationMethod } }, refused('proof', 'wrong-key-type')),
    exhibit('proof: in another base', { ...own, proof: { ...proof(own), proofValue: `u${String(proof(own).proofValue).slice(1)}` } }, refused('proof', 'invalid-proof-value')),
  ];
}

/** What the library itself signs and Laurel knows better. */
export async function contradictions(stage: Stage): Promise<Exhibit[]> {
  const { library } = stage;
  const sign = (document: JsonObject) => forge(document, library.signers.Ed25519);
  const id = await stage.tell();
  const told = (member: string, value: Json) => sign(withValue(library.document(id), ['credentialSubject', 'achievement', member], value) as JsonObject);
  const alignments = (code: string) => (library.document(id).credentialSubject as { achievement: { alignment: JsonObject[] } }).achievement.alignment.filter(({ targetUrl }) => !String(targetUrl).includes(code));
  const standings = await Promise.all((['revoked', 'suspended', 'superseded'] as const).map(async (status) => exhibit(`status: ${status}`, await sign(library.document(await stage.tell(status))), refused('status', status))));
  return [
    ...standings,
    exhibit('status: a credential that nobody issued', await sign(library.document('0193609a-0000-7000-8000-00000000dead')), refused('status', 'status-unavailable')),
    exhibit('status: without entries, of one that was revoked', await sign(without(library.document(await stage.tell('revoked')), 'credentialStatus')), refused('status', 'revoked')),
    exhibit('achievement: another id', await told('id', 'https://laurel.example/v1/achievements/0193609a-0000-7000-8000-000000000001'), refused('achievement', 'achievement-differs')),
    exhibit('achievement: another version', await told('version', '1'), refused('achievement', 'achievement-differs')),
    exhibit('achievement: another name', await told('name', 'Surgery'), refused('achievement', 'achievement-differs')),
    exhibit('achievement: another form of learning', await told('alignment', alignments('forms-of-learning')), refused('achievement', 'achievement-differs')),
    exhibit('achievement: no level', await told('alignment', alignments('eqf')), refused('achievement', 'achievement-differs')),
  ];
}

