import { z } from 'zod';
import { issuerId } from '../document/credential.js';
import { schemaFault } from '../document/schema-fault.js';
import { asMessage, fault } from '../words/fault.js';
import type { MessageCode } from '../words/message.js';
import { isFault, openPublished } from './published.js';
import type { OpenStatusList } from './status-list.js';

const texts = z.union([z.string().transform((one) => [one]), z.array(z.string()).min(1)]);

/** Bitstring Status List 1.0 section 2.2. */
const ListCredential = z.looseObject({
  id: z.string().optional(),
  type: texts.refine((types) => types.includes('BitstringStatusListCredential'), { error: 'must-contain' satisfies MessageCode, params: { wanted: 'BitstringStatusListCredential' } }),
  credentialSubject: z.looseObject({
    type: texts.refine((types) => types.includes('BitstringStatusList'), { error: 'must-contain' satisfies MessageCode, params: { wanted: 'BitstringStatusList' } }),
    statusPurpose: texts,
    encodedList: z.string(),
    ttl: z.int().positive().optional(),
  }),
});

/**
 * A BitstringStatusListCredential, every check of it done (section 3.2, up to step 6). One that has an id is the list of that
 * URL and of no other: whoever serves it could else answer with another list of the same issuer.
 */
export const openBitstringList: OpenStatusList = async (published, url, options) => {
  const document = await openPublished(published, options);
  if (isFault(document)) return fault('status-list-unverified', { reason: asMessage(document) });
  const [wrong, issuer] = [schemaFault(ListCredential, document), issuerId(document)];
  if (wrong || issuer === undefined) return fault('status-list-invalid', { reason: wrong ? asMessage(wrong) : { code: 'no-issuer' } });
  const { id, credentialSubject } = ListCredential.parse(document);
  if (id !== undefined && id !== url) return fault('status-list-other', { found: id });
  const { encodedList, statusPurpose, ttl } = credentialSubject;
  return { kind: 'bitstring', issuer, purposes: statusPurpose, encodedList, ...(ttl !== undefined && { ttl }) };
};
