import { ISSUING_FORMATS, VERIFYING_TAGS, type Curve } from './formats.js';

/** A Laurel as the suites are told of it. */
export interface Site {
  /** `https://localhost:<port>`. */
  readonly origin: string;
  readonly providerId: string;
  /** What each key signs as: the did:key that it is. */
  readonly dids: Readonly<Record<Curve, string>>;
  /** Holds an access token that is good for some minutes yet. */
  readonly tokenFile: string;
}

const CREDENTIALS = { vc: ['1.1', '2.0'] };
const CURVES = ['P-256', 'P-384'];

/**
 * `localConfig.cjs` as vc-test-suite-implementations reads it, one for all suites that speak HTTP: each chooses its
 * endpoints by tag. Two variables of the environment turn it: LAUREL_PROFILE=full asks the endpoints that everybody
 * uses in the place of those of the proof alone, LAUREL_CURVE=P-384 puts the endpoints of that curve first.
 */
export function localConfig(site: Site): string {
  return `// Written by npm run conformance.
const { readFileSync } = require('node:fs');
const headers = { authorization: 'Bearer ' + readFileSync(${JSON.stringify(site.tokenFile)}, 'utf8').trim() };
const profile = process.env.LAUREL_PROFILE === 'full' ? '' : '/profiles/proof-only';
const first = process.env.LAUREL_CURVE ?? 'P-256';
const origin = ${JSON.stringify(site.origin)};
const issuers = ${JSON.stringify(issuersOf(site), null, 2)};
const verifier = ${JSON.stringify(verifier(site), null, 2)};
module.exports = {
  settings: { enableInteropTests: true, testAllImplementations: false },
  implementations: [
    {
      name: 'Laurel',
      implementation: 'Laurel',
      issuers: issuers
        .map(({ path, ...issuer }) => ({ ...issuer, endpoint: origin + profile + path, headers }))
        .sort((a, b) => Number(b.supportedEcdsaKeyTypes?.[0] === first) - Number(a.supportedEcdsaKeyTypes?.[0] === first)),
      verifiers: [{ ...verifier, endpoint: origin + profile + '/credentials/verify' }],
      vpVerifiers: [{ ...verifier, endpoint: origin + profile + '/presentations/verify' }],
      didResolvers: [${JSON.stringify(resolver(site))}],
      'jose-cose': { features: { credential_jose: true, presentation_jose: true } },
    },
    // The ECDSA suite has the holder of this name alone derive.
    { name: 'Digital Bazaar', implementation: 'Laurel', vcHolders: [{ id: origin, endpoint: origin + '/credentials/derive', tags: ['vcHolder'] }] },
  ],
};
`;
}

const issuersOf = ({ dids, providerId }: Site) => ISSUING_FORMATS.map(({ format, tags, key }) => ({
  id: dids[key], tags, supports: CREDENTIALS, ...(CURVES.includes(key) && { supportedEcdsaKeyTypes: [key] }),
  path: `/issuers/${providerId}/${format}/credentials/issue`,
}));

const verifier = ({ origin }: Site) => ({ id: origin, tags: VERIFYING_TAGS, supports: CREDENTIALS, supportedEcdsaKeyTypes: CURVES });

/** A did:key of each kind and a did:web; the one that is not found is a did:web of a provider that does not exist. */
function resolver({ origin, providerId, dids }: Site) {
  const web = `did:web:${new URL(origin).host.replace(':', '%3A')}:issuers:`;
  const key = dids.Ed25519;
  return {
    id: origin, endpoint: `${origin}/1.0/identifiers`, tags: ['did-key', 'did-resolution'],
    supportedDids: {
      valid: [...Object.values(dids), `${web}${providerId}`].map((did) => ({ did, resolutionOptions: {} })),
      notFound: `${web}00000000-0000-7000-8000-000000000000`,
      derefUrls: [{ didUrl: `${key}#${key.slice('did:key:'.length)}` }],
    },
  };
}
