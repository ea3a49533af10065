import type ts from 'typescript';
import { functionsAround } from './refusing.js';

const [LIBRARY, SERVICE] = ['libs/credentials/dist', 'services/verification/dist'];

/** Where the verifier stands: all that decides whether something is refused. */
export const VERIFIER: readonly string[] = [
  ...['checks', 'clr', 'contexts', 'did', 'document', 'envelopes', 'images', 'jose', 'keys', 'open-badges', 'opening', 'proof/suites', 'sd-jwt', 'selective-disclosure', 'standing', 'status-list'].map((folder) => `${LIBRARY}/${folder}`),
  ...['checks', 'dids/foreign-keys.js', 'parts/check-parts.js', 'parts/unpack.js', 'presentations', 'schemas', 'standing', 'verifications'].map((folder) => `${SERVICE}/${folder}`),
];

/** What is not the verifier's, though it stands beside it and refuses too. */
const EXCLUDED: readonly (readonly [why: string, file: RegExp, functions: RegExp])[] = [
  ['signs or makes something', /./, /^(sign[A-Z]?\w*|prove|create\w+|derive\w+|build\w+|bake\w*|bind\w+|disclose\w+|conceal|envelop|credentialClaims|baseProof|verifierLabels|newDisclosure|encode\w*|didWeb|signChecked|publicKeyToJwk|titleOf)$/],
  ['makes and reads parts for a holder', /selective-disclosure\/(derive-proof|mandatory-pointers|selection|json-pointer|skolem)\.js$/, /^/],
  ['makes and reads parts for a holder', /selective-disclosure\/statements\.js$/, /^(of|part)$/],
  ['makes lists', /status-list\/(status-index|status-list-credential)\.js$/, /^/],
  ['makes lists', /status-list\/(token-)?(bitstring|status-list)\.js$/, /^(empty|set|of)$/],
  ['resolves DIDs for whoever asks', /did\/key-document\.js$/, /^/],
  ['looks at the contexts that an operator adds, at the start', /contexts\/(bundled-contexts|context-set|contexts-with|pinned-context)\.js$/, /^/],
];

/** Why something is no check of the verifier's; undefined where it is one. */
export function exclusionOf(file: string, node: ts.Node): string | undefined {
  const names = functionsAround(node);
  return EXCLUDED.find(([, path, functions]) => path.test(file) && (functions.source === '^' || names.some((name) => functions.test(name))))?.[0];
}
