/** An issuer endpoint of the VC API, as the suites know it. */
export interface IssuingFormat {
  readonly format: string;
  /** By which the suites choose it (vc-test-suite-implementations). */
  readonly tags: readonly string[];
  readonly curve?: 'P-256' | 'P-384';
  /** `POST /issuers/{providerId}/{path}/credentials/issue`; the format unless said. */
  readonly path?: string;
}

/** The first of a tag is the one that most tests of a suite ask. */
export const ISSUING_FORMATS: readonly IssuingFormat[] = [
  { format: 'eddsa-rdfc-2022', tags: ['vc2.0', 'vc-api', 'eddsa-rdfc-2022'] },
  { format: 'eddsa-jcs-2022', tags: ['eddsa-jcs-2022'] },
  { format: 'ecdsa-rdfc-2019', tags: ['ecdsa-rdfc-2019'], curve: 'P-256' },
  { format: 'ecdsa-rdfc-2019-p384', tags: ['ecdsa-rdfc-2019'], curve: 'P-384' },
  { format: 'ecdsa-jcs-2019', tags: ['ecdsa-jcs-2019'], curve: 'P-256' },
  { format: 'ecdsa-jcs-2019-p384', tags: ['ecdsa-jcs-2019'], curve: 'P-384' },
  { format: 'ecdsa-sd-2023', tags: ['ecdsa-sd-2023'], curve: 'P-256' },
  { format: 'vc-jwt-es256', tags: ['EnvelopingProof'], curve: 'P-256' },
];

/** What the verifier endpoints are asked for. */
export const VERIFYING_TAGS = [...new Set(ISSUING_FORMATS.flatMap(({ tags }) => tags)), 'BitstringStatusList'];
