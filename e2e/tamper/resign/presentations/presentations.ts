import { CREDENTIALS_V2, type Json, type JsonObject, type Signer } from '@laurel/credentials';
import { envelop } from '@laurel/credentials/signing';
import { withValue } from '../../alter/paths.js';
import { didOf, newSigner } from '../../stage/library.js';
import type { Stage } from '../../stage/stage.js';
import { passed, refused, unreadable, warned, type Asked, type Exhibit, type Verdict } from '../../verdicts/judged.js';
import { exhibit, forge, strangersDocument } from '../forge.js';
import { claimsOf, makeToken } from '../tokens/make-token.js';

const CHALLENGE = 'c-1';
const DOMAIN = 'https://employer.example';
const ASKED: Asked = { as: 'presentation', challenge: CHALLENGE, domain: DOMAIN };
const PLAIN: Asked = { as: 'presentation' };
const OPTIONS = { proofPurpose: 'authentication', challenge: CHALLENGE, domain: DOMAIN };

const presentation = (credential: Json, holder?: string, more: JsonObject = {}): JsonObject => ({
  '@context': [CREDENTIALS_V2], type: ['VerifiablePresentation'], ...(holder !== undefined && { holder }), verifiableCredential: credential, ...more,
});

/** Shown by a holder, wrong in who shows what to whom. */
export async function presentations(stage: Stage): Promise<Exhibit[]> {
  const [issuer, holder, other] = [newSigner('Ed25519'), newSigner('Ed25519'), newSigner('Ed25519')];
  const document = withValue(strangersDocument(stage, didOf(issuer)), ['credentialSubject', 'id'], didOf(holder)) as JsonObject;
  const [credential, ofNobody, token] = [await forge(document, issuer), await forge(withValue(document, ['credentialSubject', 'id'], undefined) as JsonObject, issuer), await makeToken(claimsOf(document), issuer)];
  const did = didOf(holder);
  const show = (shown: JsonObject, signer: Signer = holder, options: JsonObject = OPTIONS) => forge(shown, signer, 'eddsa-jcs-2022', options);
  const good = await show(presentation([credential], did));
  const of = (name: string, sent: Exhibit['sent'], verdict: Verdict, asked = ASKED) => exhibit(`presentation: ${name}`, sent, verdict, asked);
  const libraries = stage.library.signers.Ed25519;
  return [
    of('a good one', good, passed('holder-binding', 'subject-is-holder')),
    of('of a token', await show(presentation([envelop({ mediaType: 'vc+jwt', text: token })], did)), passed('holder-binding', 'subject-is-holder')),
    of('to another challenge', await show(presentation([credential], did), holder, { ...OPTIONS, challenge: 'c-2' }), refused('proof', 'proof-challenge')),
    of('without the challenge', await show(presentation([credential], did), holder, { proofPurpose: 'authentication', domain: DOMAIN }), refused('proof', 'proof-challenge')),
    of('to somebody else', await show(presentation([credential], did), holder, { ...OPTIONS, domain: 'https://other.example' }), refused('proof', 'proof-domain')),
    of('to nobody', await show(presentation([credential], did), holder, { proofPurpose: 'authentication', challenge: CHALLENGE }), refused('proof', 'proof-domain')),
    of('for another purpose', await show(presentation([credential], did), holder, { ...OPTIONS, proofPurpose: 'assertionMethod' }), refused('proof', 'wrong-proof-purpose')),
    of('by somebody else', await show(presentation([credential], did), other), refused('holder-binding', 'not-the-holders-key')),
    of('by a key that is not for this', await show(presentation([credential], stage.library.did), libraries), refused('proof', 'key-not-for-purpose')),
    of('unsigned', presentation([credential], did), refused('proof', 'unsigned-presentation')),
    of('altered', { ...good, id: 'urn:x:1' }, refused('proof', 'invalid-signature')),
    of('of an altered credential', await show(presentation([{ ...credential, name: 'Surgery' }], did)), refused('proof', 'invalid-signature')),
    of('of what is no credential', await show(presentation([7], did)), { verified: false, with: [] }),
    of('of somebody else’s credential', await show(presentation([credential], didOf(other)), other), warned('holder-binding', 'bearer')),
    of('of a credential about nobody', await show(presentation([ofNobody], did)), warned('holder-binding', 'bearer')),
    of('with a word without a meaning', await show(presentation([credential], did, { grade: 'A' })), refused('contexts', 'not-canonicalizable')),
    of('with terms swapped', await show({ ...presentation([credential], did), '@context': [CREDENTIALS_V2, { holder: 'https://schema.org/name' }] }), refused('contexts', 'inline-context')),
    of('with a keyword', await show(presentation([credential], did, { '@included': [] })), refused('structure', 'refused-member')),
    of('of no type', await show({ ...presentation([credential], did), type: ['Presentation'] }), refused('structure', 'invalid-structure')),
    of('a credential', credential, unreadable('this is a credential'), PLAIN),
    of('a token of a credential', token, unreadable('this is a credential'), PLAIN),
    of('a number', 7, unreadable('a presentation is a JSON object'), PLAIN),
    of('too large', { a: Array(10_001).fill(0) as Json }, unreadable('members'), PLAIN),
    of('of more than are looked at', presentation(Array.from({ length: 101 }, () => token), did), unreadable('at most 100 credentials'), PLAIN),
    exhibit('presentation: sent as a credential', good, unreadable('this is a presentation')),
  ];
}
