import { buildAchievementCredential, CredentialFormat, deriveProof, lint, type JsonObject, type LintedCredential } from '@laurel/credentials';
import { libraryCourse, sampleSigner, type SampleSigner, type Sent } from '@laurel/credentials/foreign';
import { FORMATS, secure } from '@laurel/credentials/signing';
import { randomUUID } from 'node:crypto';

/** How many different credentials are gone through again and again. */
const CREDENTIALS = 64;
const VCT = 'https://laurel.example/v1/credential-types/achievement-credential';

/** What a learner shows of a credential that can be shown in parts: all of it. */
const EVERYTHING = ['/id', '/name', '/awardedDate', '/credentialSubject', '/evidence'];

const signers = new Map(CredentialFormat.options.map((format) => [format, sampleSigner(9, FORMATS[format].keyType)]));
export const signerOf = (format: CredentialFormat): SampleSigner => signers.get(format) ?? sampleSigner(9, FORMATS[format].keyType);

/** Credentials of one achievement, of about 3.5 KB each, that differ in id, learner and result, as those of one course do. */
export const documentsOf = (format: CredentialFormat): JsonObject[] => Array.from({ length: CREDENTIALS }, (_, at) => documentOf(signerOf(format).did, at));

/** As credential-issuance does it: the lint, then the signature. */
export const secureOurs = async (format: CredentialFormat, document: JsonObject, now: Date): Promise<Sent> => signOurs(format, await lint(document), now);

export async function signOurs(format: CredentialFormat, linted: LintedCredential, now: Date): Promise<Sent> {
  const secured = await secure(format, linted, signerOf(format), now, { vct: VCT });
  return secured instanceof Uint8Array ? `data:${FORMATS[format].mediaType};base64,${Buffer.from(secured).toString('base64')}` : secured;
}

/** What a verifier is shown. */
export async function shown(format: CredentialFormat, document: JsonObject, now: Date): Promise<Sent> {
  const secured = await secureOurs(format, document, now);
  return format === 'ecdsa-sd-2023' && typeof secured === 'object' ? deriveProof(secured, { selectivePointers: EVERYTHING }) : secured;
}

function documentOf(issuer: string, at: number): JsonObject {
  const { outcome, ...course } = libraryCourse();
  const [credentialId, learner] = [randomUUID(), randomUUID()];
  return buildAchievementCredential({
    ...course,
    credentialId,
    issuer: { id: issuer, name: 'Haverford Public Library', url: 'https://library.example/' },
    subject: { ...course.subject, id: `urn:uuid:${learner}` },
    outcome: { ...outcome, result: { resultType: 'Percent', value: String(at), status: 'Completed' } },
    status: { ...course.status, index: at },
  });
}
