import { CREDENTIALS_V2, OPEN_BADGES } from '../contexts/context-urls.js';
import type { JsonObject } from '../document/json.js';
import { statusEntries } from '../status-list/status-entry.js';
import type { AchievementFacts } from './achievement-facts.js';
import { achievementAlignments } from './alignments.js';
import { compact, identifierMember, issuerMember } from './members.js';
import { learningResults } from './results.js';
import { validUntil } from './validity.js';

/**
 * The unsecured AchievementCredential of an outcome: Open Badges 3.0.3 on VC Data Model 2.0.
 *
 * `awardedDate` is the day of the achievement, `validFrom` the instant of issue. Results, evidence, alignments and status
 * entries have ids of their own below the credential's, so that no two nodes look alike when the document is canonicalized.
 * Pure: the same facts give the same document. Throws CredentialError `invalid-duration`.
 */
export function buildAchievementCredential(facts: AchievementFacts): JsonObject {
  const { credentialId, issuer, achievement, outcome, validFrom, status } = facts;
  const id = `urn:uuid:${credentialId}`;
  return compact({
    '@context': [CREDENTIALS_V2, OPEN_BADGES],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: issuerMember(issuer),
    validFrom,
    validUntil: achievement.validFor && validUntil(validFrom, achievement.validFor),
    awardedDate: `${outcome.achievedOn}T00:00:00Z`,
    name: achievement.name,
    credentialSubject: credentialSubject(facts, id),
    evidence: evidenceOf(outcome, id),
    credentialStatus: statusEntries(status).map((entry) => ({ ...entry })),
  });
}

function credentialSubject(facts: AchievementFacts, id: string): JsonObject {
  const { subject, outcome } = facts;
  const { results, descriptions } = learningResults(outcome, id);
  return compact({
    id: subject.id,
    type: ['AchievementSubject'],
    identifier: identifierMember(subject),
    creditsEarned: outcome.credits,
    achievement: achievementOf(facts, id, descriptions),
    result: results,
  });
}

function achievementOf(facts: AchievementFacts, id: string, descriptions: readonly JsonObject[]): JsonObject {
  const { achievement, origin } = facts;
  return compact({
    id: `${origin}/v1/achievements/${achievement.id}`,
    type: ['Achievement'],
    achievementType: achievement.achievementType,
    name: achievement.name,
    description: achievement.description,
    criteria: { ...achievement.criteria },
    version: String(achievement.version),
    // Open Badges has room for one language; the list stands in the registry.
    inLanguage: achievement.languages?.[0],
    creditsAvailable: achievement.credits,
    image: achievement.image && { id: achievement.image, type: 'Image' },
    tag: achievement.tags,
    resultDescription: descriptions,
    alignment: achievementAlignments(facts).map((alignment, at) => ({ id: `${id}#alignment-${at + 1}`, type: ['Alignment'], ...alignment })),
  });
}

/** An evidence's id is its page (Open Badges 3.0 appendix B, Evidence); of two at one page the second gets an id of its own, or they would be one node. */
function evidenceOf({ evidence = [] }: AchievementFacts['outcome'], id: string): JsonObject[] {
  return evidence.map(({ url, ...said }, at) => {
    const taken = evidence.slice(0, at).some((earlier) => earlier.url === url);
    return { id: url === undefined || taken ? `${id}#evidence-${at + 1}` : url, type: ['Evidence'], ...said };
  });
}
