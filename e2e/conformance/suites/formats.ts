export type Curve = 'Ed25519' | 'P-256' | 'P-384';

/** How the Multikey of each begins (Controlled Identifiers 1.0 section 2.2.2). */
export const MULTIKEY_PREFIXES: Readonly<Record<Curve, string>> = { Ed25519: 'z6Mk', 'P-256': 'zDna', 'P-384': 'z82L' };

/** An issuer endpoint of the VC API, as the suites know it. */
export interface IssuingFormat {
  /** `POST /issuers/{providerId}/{format}/credentials/issue`. */
  readonly format: string;
  /** By which the suites choose it (vc-test-suite-implementations). */
  readonly tags: readonly string[];
  readonly key: Curve;
}

/** The first of a tag is the one that most tests of a suite ask. */
export const ISSUING_FORMATS: readonly IssuingFormat[] = [
  { format: 'eddsa-rdfc-2022', key: 'Ed25519', tags: ['vc2.0', 'vc-api', 'eddsa-rdfc-2022', 'BitstringStatusList'] },
  { format: 'eddsa-jcs-2022', key: 'Ed25519', tags: ['eddsa-jcs-2022'] },
  { format: 'ecdsa-rdfc-2019', key: 'P-256', tags: ['ecdsa-rdfc-2019'] },
  { format: 'ecdsa-rdfc-2019-p384', key: 'P-384', tags: ['ecdsa-rdfc-2019'] },
  { format: 'ecdsa-jcs-2019', key: 'P-256', tags: ['ecdsa-jcs-2019'] },
  { format: 'ecdsa-jcs-2019-p384', key: 'P-384', tags: ['ecdsa-jcs-2019'] },
  { format: 'ecdsa-sd-2023', key: 'P-256', tags: ['ecdsa-sd-2023'] },
  { format: 'vc-jwt-es256', key: 'P-256', tags: ['EnvelopingProof'] },
];

/** What the verifier endpoints are asked for. */
export const VERIFYING_TAGS = [...new Set(ISSUING_FORMATS.flatMap(({ tags }) => tags))];
