import { describe, expect, it } from '@jest/globals';
import { buildAchievementCredential } from '../achievement/build-achievement-credential.js';
import { HashedDocument } from '../canonical/hashed-document.js';
import { bundledContexts } from '../contexts/bundled-contexts.js';
import { canonicalHash } from '../canonical/canonicalize.js';
import type { JsonObject } from '../document/json.js';
import { libraryCourse, sampleIssuer } from '../samples/library-course.js';
import { Bitstring } from '../status-list/bitstring.js';
import { buildStatusListCredential } from '../status-list/status-list-credential.js';
import { LintedCredential, lint } from './lint.js';

interface Draft {
  [member: string]: unknown;
  credentialSubject: { [member: string]: unknown; achievement: Record<string, unknown>; result: Record<string, unknown>[] };
  credentialStatus: Record<string, unknown>[];
  issuer: Record<string, unknown>;
  evidence: Record<string, unknown>[];
}
const draft = (): Draft => JSON.parse(JSON.stringify(buildAchievementCredential(libraryCourse()))) as Draft;
const altered = (change: (document: Draft) => void): JsonObject => {
  const document = draft();
  change(document);
  return JSON.parse(JSON.stringify(document)) as JsonObject;
};

describe('lint', () => {
  it('passes what was built, freezes it and hashes it once', async () => {
    const document = buildAchievementCredential(libraryCourse());
    const linted = await lint(document);
    expect(await linted.hashed.rdfc('sha256')).toEqual(await canonicalHash(document));
    expect(() => Object.assign(linted.document.credentialSubject as object, { id: 'urn:uuid:other' })).toThrow(TypeError);
  });

  it('passes a status list', async () => {
    const list = { url: 'https://laurel.example/v1/status-lists/1', issuer: sampleIssuer.did, purpose: 'revocation' as const, validFrom: '2026-11-24T09:30:00.000Z' };
    await expect(lint(buildStatusListCredential({ ...list, bits: Bitstring.empty() }))).resolves.toBeInstanceOf(LintedCredential);
  });

  it.each<[string, (document: Draft) => void, string, string | undefined]>([
    ['another context', (d) => (d['@context'] = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json']), 'refused-contexts', '/@context/1'],
    ['one context too many', (d) => (d['@context'] = [...(d['@context'] as string[]), 'https://w3id.org/security/multikey/v1']), 'refused-contexts', '/@context'],
    ['contexts in another order', (d) => (d['@context'] as string[]).reverse(), 'refused-contexts', '/@context/0'],
    ['an inline context', (d) => ((d['@context'] as unknown[])[1] = { name: 'https://schema.org/description' }), 'refused-contexts', '/@context/1'],
    ['a nested context', (d) => (d.credentialSubject.achievement['@context'] = { grade: 'https://schema.org/description' }), 'refused-contexts', '/credentialSubject/achievement/@context/0'],
    ['a JSON-LD keyword', (d) => (d.credentialSubject['@id'] = 'urn:x'), 'refused-member', '/credentialSubject/@id'],
    ['a member without a meaning', (d) => (d.credentialSubject.achievement.grade = 'A'), 'not-canonicalizable', undefined],
    ['an unknown member at the top', (d) => (d.grade = 'A'), 'invalid-structure', ''],
    ['no name', (d) => delete d.credentialSubject.achievement.name, 'invalid-structure', '/credentialSubject/achievement/name'],
    ['no criteria', (d) => (d.credentialSubject.achievement.criteria = {}), 'invalid-structure', '/credentialSubject/achievement/criteria'],
    ['no alignment to a form of learning', (d) => (d.credentialSubject.achievement.alignment = []), 'invalid-structure', '/credentialSubject/achievement/alignment'],
    ['an issuer that is no DID', (d) => (d.issuer.id = 'https://library.example'), 'invalid-structure', '/issuer/id'],
    ['a date that does not exist', (d) => (d.awardedDate = '2026-02-30T00:00:00Z'), 'invalid-structure', '/awardedDate'],
    ['an end before the start', (d) => (d.validUntil = '2026-11-24T09:29:59.000Z'), 'invalid-dates', '/validUntil'],
    ['one status entry', (d) => d.credentialStatus.pop(), 'invalid-structure', '/credentialStatus'],
    ['an index outside the list', (d) => d.credentialStatus.forEach((entry) => (entry.statusListIndex = '131072')), 'invalid-structure', '/credentialStatus'],
    ['two indexes', (d) => (d.credentialStatus[1]!.statusListIndex = '1'), 'invalid-structure', '/credentialStatus'],
    ['one list for both', (d) => (d.credentialStatus[1]!.statusListCredential = d.credentialStatus[0]!.statusListCredential), 'invalid-structure', '/credentialStatus'],
    ['evidence of no type', (d) => (d.evidence[0]!.type = []), 'invalid-structure', '/evidence/0/type'],
    ['a result without its description', (d) => (d.credentialSubject.result[1]!.resultDescription = 'urn:x'), 'invalid-open-badge', '/credentialSubject/result/1/resultDescription'],
    ['a proof already there', (d) => (d.proof = {}), 'invalid-structure', ''],
  ])('refuses %s', async (_, change, code, pointer) => {
    await expect(lint(altered(change))).rejects.toMatchObject({ name: 'CredentialError', code, ...(pointer !== undefined && { pointer }) });
  });

  it('is the only way to a linted credential', () => {
    const permit: never = Symbol('linted') as never;
    expect(() => new LintedCredential(permit, new HashedDocument({}, bundledContexts))).toThrow(TypeError);
  });
});
