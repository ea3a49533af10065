import { expect, it } from '@jest/globals';
import { digitalBazaar, sampleSigner } from '@laurel/credentials/foreign';
import { STRANGERS_BADGE } from './stranger.js';

it('the stranger’s badge is what @digitalbazaar/vc signs', async () => {
  const { proof, ...badge } = STRANGERS_BADGE;
  const sign = await digitalBazaar.secures('eddsa-rdfc-2022', sampleSigner(41), new Date(proof.created));
  expect(await sign(badge)).toEqual(STRANGERS_BADGE);
});
