import { didOf, newSigner } from '../stage/library.js';
import type { Stage } from '../stage/stage.js';
import type { Exhibit } from '../verdicts/judged.js';
import { bindings, strangersMisdeeds } from './documents/bindings.js';
import { contradictions } from './documents/contradictions.js';
import { disclosures } from './documents/disclosures.js';
import { NOTHINGS, records } from './documents/records.js';
import { forge, strangersDocument } from './forge.js';
import { envelopes } from './images/envelopes.js';
import { pngs } from './images/pngs.js';
import { svgs } from './images/svgs.js';
import { presentationTokens } from './presentations/presentation-tokens.js';
import { presentations } from './presentations/presentations.js';
import { dids } from './published/dids.js';
import { schemas } from './published/schemas.js';
import { statusLists } from './published/status-lists.js';
import { tokenLists } from './published/token-lists.js';
import { keyBindings } from './tokens/key-bindings.js';
import { claimsOf, makeToken } from './tokens/make-token.js';
import { sdJwts } from './tokens/sd-jwts.js';
import { vcJwts } from './tokens/vc-jwts.js';

const MAKERS = [
  strangersMisdeeds, bindings, contradictions, disclosures, records, vcJwts, sdJwts, keyBindings, presentations, presentationTokens, inSomething, dids, statusLists, tokenLists, schemas,
];

/** Everything that is signed by somebody, or needs not be, and is wrong in one way; a few good ones show that the others are wrong in no other. */
export async function resignedOf(stage: Stage): Promise<Exhibit[]> {
  const made = await Promise.all(MAKERS.map((make) => make(stage)));
  return [...NOTHINGS, ...made.flat()];
}

/** Images and envelopes around a good credential. */
async function inSomething(stage: Stage): Promise<Exhibit[]> {
  const signer = newSigner('Ed25519');
  const document = strangersDocument(stage, didOf(signer));
  const [credential, token] = [await forge(document, signer), await makeToken(claimsOf(document), signer)];
  const former = await makeToken({ iss: didOf(signer), vc: document }, signer, { typ: 'JWT' });
  return [...pngs(credential), ...svgs(credential, token), ...envelopes(token, former)];
}
