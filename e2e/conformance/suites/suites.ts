/** A public suite, as docs/conformance.md says how to run it. */
export interface Suite {
  readonly name: string;
  /** On github.com. */
  readonly repository: string;
  /** The commit whose result docs/conformance.md gives. */
  readonly commit: string;
  /** Run in the suite's folder, beside localConfig.cjs. */
  readonly command: string;
}

const MOCHA = 'npx mocha tests/ --preserve-symlinks --timeout 15000';

export const SUITES: readonly Suite[] = [
  { name: 'VC Data Model 2.0', repository: 'w3c/vc-data-model-2.0-test-suite', commit: '6e075243825f50c79017de4a27089d329c093d0f', command: MOCHA },
  { name: 'Data Integrity EdDSA', repository: 'w3c/vc-di-eddsa-test-suite', commit: 'a62061b23892deb44dbad67a0315d403fdf09440', command: MOCHA },
  { name: 'Data Integrity ECDSA', repository: 'w3c/vc-di-ecdsa-test-suite', commit: '070efa34139e0918eb6ca86ab59033322803af3e', command: `${MOCHA} (again with LAUREL_CURVE=P-384)` },
  { name: 'Bitstring Status List', repository: 'w3c/vc-bitstring-status-list-test-suite', commit: '5cdc5625948470d1f3b8b615e0771c013dc9029e', command: MOCHA },
  { name: 'VC API issuer', repository: 'w3c-ccg/vc-api-issuer-test-suite', commit: '4aa46e285c24cf1f5afa5bb808bb086a39524f22', command: MOCHA },
  { name: 'VC API verifier', repository: 'w3c-ccg/vc-api-verifier-test-suite', commit: '41541eeb9c31215d32403f4fe32bb441fbbf141e', command: MOCHA },
  { name: 'did:key', repository: 'w3c-ccg/did-key-test-suite', commit: '870e9647c0996c6bbade60b87a72eca055382d39', command: MOCHA },
  { name: 'DID Resolution', repository: 'w3c-ccg/did-resolution-mocha-test-suite', commit: '2649fdf719beadbd3c684d358eea23c3c2e514fe', command: `NODE_EXTRA_CA_CERTS=$DIR/certificate.pem ${MOCHA} --reporter spec` },
  { name: 'VC-JOSE-COSE', repository: 'w3c/vc-jose-cose-test-suite', commit: 'ff6be51dc4d3c373dfaffa9a634cf751faf5285a', command: `PATH=$DIR/bin:$PATH ${MOCHA} (Node 22 or later)` },
  { name: 'VC JSON Schema', repository: 'w3c/vc-json-schema-test-suite', commit: 'b91f591f052b7d551d9cf18ae1957c2e36d872aa', command: `cp $DIR/laurel.json implementations && PATH=$DIR/bin:$PATH ${MOCHA} --fgrep laurel` },
];
