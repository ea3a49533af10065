import { z } from 'zod';
import { PUBLISHED_DIGESTS } from '../../contexts/published-digests.js';
import { decodeBase58btc, decodeBase64url } from '../../keys/multibase.js';
import type { MessageCode } from '../../words/message.js';

/** Multihash code (multiformats.io) to what Subresource Integrity calls the algorithm, with the bytes of its digests. */
const ALGORITHMS: Readonly<Record<number, readonly [name: string, bytes: number]>> = { 0x12: ['sha256', 32], 0x20: ['sha384', 48], 0x13: ['sha512', 64] };

const DigestSri = z.string().regex(/^sha(256-[A-Za-z0-9+/]{43}=|384-[A-Za-z0-9+/]{64}|512-[A-Za-z0-9+/]{86}==)$/, 'must-be-sri-digest' satisfies MessageCode);
const DigestMultibase = z.string().refine((text) => sriOf(text) !== undefined, 'must-be-multibase-digest' satisfies MessageCode);

/** A resource beside the credential, with what its bytes must hash to (VC Data Model 2.0 section 5.3). */
const RelatedResource = z
  .looseObject({ id: z.url(), digestSRI: DigestSri.optional(), digestMultibase: DigestMultibase.optional() })
  .refine(({ digestSRI, digestMultibase }) => digestSRI !== undefined || digestMultibase !== undefined, 'must-have-digest' satisfies MessageCode)
  .refine(({ id, digestSRI, digestMultibase }) => {
    const published = PUBLISHED_DIGESTS.get(id);
    return !published || claimedDigests({ digestSRI, digestMultibase }).every((digest) => published.includes(digest));
  }, 'must-be-published-digest' satisfies MessageCode);

/** One or several, each resource once. Digests are compared where the bytes are known here; nothing is fetched. */
export const RelatedResources = z.union([
  RelatedResource,
  z.array(RelatedResource).min(1).refine((resources) => new Set(resources.map(({ id }) => id)).size === resources.length, 'must-not-repeat' satisfies MessageCode),
]);

/** What the bytes of a resource must hash to, each as Subresource Integrity writes it; what is no digest stays, and fits nothing. */
export const claimedDigests = ({ digestSRI, digestMultibase }: { readonly digestSRI?: unknown; readonly digestMultibase?: unknown }): string[] => [
  ...(digestSRI === undefined ? [] : [String(digestSRI)]),
  ...(digestMultibase === undefined ? [] : [sriOf(String(digestMultibase)) ?? String(digestMultibase)]),
];

/** A digest in Multibase as Subresource Integrity writes it: a Multihash, or the bare 32 bytes of SHA-256 that are about too. */
function sriOf(multibase: string): string | undefined {
  const bytes = decodeBase64url(multibase) ?? decodeBase58btc(multibase);
  if (!bytes) return undefined;
  if (bytes.length === 32) return sri('sha256', bytes);
  const [name, length] = ALGORITHMS[bytes[0] ?? 0] ?? [];
  const digest = bytes.subarray(2);
  return name !== undefined && bytes[1] === length && digest.length === length ? sri(name, digest) : undefined;
}

const sri = (algorithm: string, digest: Uint8Array): string => `${algorithm}-${Buffer.from(digest).toString('base64')}`;
