import { bakeImage, type ImageKind } from '../images/baked-image.js';
import { CredentialSigner } from '../proof/credential-signer.js';
import type { SecuringMechanism } from './securing-mechanism.js';

const MEDIA_TYPES: Readonly<Record<ImageKind, string>> = { png: 'image/png', svg: 'image/svg+xml' };

/** An image that carries the credential with a proof of eddsa-rdfc-2022 (Open Badges 3.0 section 5.3). */
export const bakedImage = (kind: ImageKind): SecuringMechanism => ({
  keyType: 'Ed25519',
  mediaType: MEDIA_TYPES[kind],
  secure: async (linted, signer, now, { image } = {}) => bakeImage(kind, JSON.stringify(await new CredentialSigner(signer).sign(linted, now)), image),
});
