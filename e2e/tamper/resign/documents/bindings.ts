import type { Json, JsonObject } from '@laurel/credentials';
import { didOf, newSigner } from '../../stage/library.js';
import type { Stage } from '../../stage/stage.js';
import { accepted, refused, warned, type Exhibit } from '../../verdicts/judged.js';
import { countersign, exhibit, forge, strangersDocument, without } from '../forge.js';
import { MISDEEDS } from './misdeeds.js';

/** What strangers sign about themselves: each wrong in one way. */
export async function strangersMisdeeds(stage: Stage): Promise<Exhibit[]> {
  const stranger = newSigner('Ed25519');
  const good = strangersDocument(stage, didOf(stranger));
  const exhibits = MISDEEDS.map(async ({ name, document, options, asked, verdict }) => exhibit(name, await forge(document(good), stranger, 'eddsa-jcs-2022', options), verdict, asked));
  return [...(await Promise.all(exhibits)), exhibit('a stranger about himself', await forge(good, stranger), warned('recognition', 'issuer-not-recognised'))];
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
    exhibit('proof: none of what is not read', { ...document, '@base': 'https://example.org/' }, refused('proof', 'no-proof')),
    exhibit('proof: a word', { ...document, proof: 'proof' }, refused('proof', 'invalid-proof')),
    exhibit('proof: more than are looked at', many, refused('proof', 'too-many-proofs')),
    exhibit('proof: of another kind of key', { ...(await forge(document, curve, 'ecdsa-jcs-2019')), proof: { ...proof(own), verificationMethod: curve.verificationMethod } }, refused('proof', 'wrong-key-type')),
    exhibit('proof: in another base', { ...own, proof: { ...proof(own), proofValue: `u${String(proof(own).proofValue).slice(1)}` } }, refused('proof', 'invalid-proof-value')),
    exhibit('proof: over half a character', { ...(await forge(document, library.signers.Ed25519)), name: '\ud800' }, refused('proof', 'not-canonicalizable')),
    ...(await chains(document, library.signers.Ed25519)),
  ];
}

/** Proofs on top of others, well signed, whose links are not in order (Data Integrity 1.0 section 2.1, `previousProof`). */
async function chains(document: JsonObject, signer: Parameters<typeof forge>[1]): Promise<Exhibit[]> {
  const proofOf = async (options: JsonObject, before: readonly Json[] = []): Promise<JsonObject> => (await forge(before.length === 0 ? document : { ...document, proof: before }, signer, 'eddsa-jcs-2022', options)).proof as JsonObject;
  const chained = (...proofs: readonly Json[]): JsonObject => ({ ...document, proof: proofs });
  const [one, two] = ['urn:x:1', 'urn:x:2'];
  const first = await proofOf({ id: one });
  const second = await proofOf({ id: two, previousProof: one }, [first]);
  const again = await proofOf({ id: one });
  const [round, about] = [await proofOf({ id: one, previousProof: two }), await proofOf({ id: two, previousProof: one })];
  return [
    exhibit('chain: a good one', chained(first, second), accepted),
    exhibit('chain: without its first link', chained(second), refused('proof', 'previous-proof-missing')),
    exhibit('chain: with two of one name', chained(first, again, await proofOf({ previousProof: one }, [first, again])), refused('proof', 'repeated-proof-id')),
    exhibit('chain: in a circle', chained(round, about), refused('proof', 'previous-proof-circle')),
    exhibit('chain: that leads into a circle', chained(await proofOf({ previousProof: one }, [round]), round, about), refused('proof', 'previous-proof-circle')),
  ];
}
