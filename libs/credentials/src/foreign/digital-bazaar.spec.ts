import { expect, it } from '@jest/globals';
import { secure } from '../formats/formats.js';
import { lint } from '../linting/lint.js';
import { SAMPLE_NOW, sampleIssuer } from '../samples/library-course.js';
import { contentsOf } from './contents.js';
import { digitalBazaar } from './implementations/digital-bazaar.js';

/** Ed25519 signs without chance (RFC 8032), so equal bytes have equal signatures. */
it.each(['eddsa-rdfc-2022', 'eddsa-jcs-2022'] as const)('@digitalbazaar/vc makes the very proof of %s that we make', async (format) => {
  const sign = await digitalBazaar.secures(format, sampleIssuer, SAMPLE_NOW);
  for (const content of Object.values(await contentsOf(sampleIssuer.did))) expect(await sign(content)).toEqual(await secure(format, await lint(content), sampleIssuer, SAMPLE_NOW));
});
