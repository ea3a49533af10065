// What tests and benchmarks alone may import: software of others that knows some of our formats, and keys that are no secret.
export { deriveTheirs, digitalBazaar } from './foreign/implementations/digital-bazaar.js';
export type { Implementation, Secure, Sent } from './foreign/implementations/implementation.js';
export { jose } from './foreign/implementations/jose.js';
export { sdJwtVcLibrary } from './foreign/implementations/sd-jwt-vc.js';
export { type SampleSigner, sampleSigner } from './samples/sample-key.js';
export { libraryCourse, SAMPLE_NOW } from './samples/library-course.js';
