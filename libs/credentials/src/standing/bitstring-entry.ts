import { z } from 'zod';
import { CredentialError } from '../credential-error.js';
import type { JsonObject } from '../document/json.js';
import { schemaFault } from '../document/schema-fault.js';
import { Bitstring, MAX_LIST_BYTES, STATUS_LIST_LENGTH } from '../status-list/bitstring.js';
import { asMessage, fault, type Fault } from '../words/fault.js';
import type { MessageCode } from '../words/message.js';
import { type BitstringList, type Finding, NOTHING } from './status-list.js';

const Hexadecimal = z.string().regex(/^0x[0-9a-fA-F]{1,2}$/, 'must-be-hexadecimal' satisfies MessageCode);

/**
 * An entry as others write it (Bitstring Status List 1.0 section 2.1): an index as a number, which 1EdTech's samples have, can be
 * misread by nobody. More than eight bits for one credential are not read.
 */
const Entry = z
  .looseObject({
    statusPurpose: z.string().min(1),
    statusListIndex: z.union([z.string().regex(/^(0|[1-9][0-9]{0,9})$/, 'must-be-decimal' satisfies MessageCode).transform(Number), z.int().min(0)]),
    statusListCredential: z.url(),
    statusSize: z.int().min(1).max(8).default(1),
    statusMessage: z.array(z.looseObject({ status: Hexadecimal, message: z.string() })).optional(),
  })
  .refine(({ statusSize, statusMessage }) => (statusMessage ? statusMessage.length === 2 ** statusSize : statusSize === 1), { path: ['statusMessage'], message: 'must-have-messages' satisfies MessageCode });
export type BitstringEntry = z.infer<typeof Entry>;

/** A `credentialStatus` of this type, read, or what is wrong with it. */
export function readBitstringEntry(entry: JsonObject): BitstringEntry | Fault {
  const wrong = schemaFault(Entry, entry);
  return wrong ? fault('status-entry-invalid', { reason: asMessage(wrong) }) : Entry.parse(entry);
}

/** What the list says at the place of an entry (section 3.2, from step 5 on). */
export function findInBitstring(entry: BitstringEntry, list: BitstringList): Finding | Fault {
  const { statusPurpose: purpose, statusListIndex: index, statusSize: size } = entry;
  if (!list.purposes.includes(purpose)) return fault('status-list-purpose', { purpose });
  try {
    const bits = Bitstring.decode(list.encodedList);
    if (bits.length < STATUS_LIST_LENGTH * size) return fault('status-list-too-short', { least: STATUS_LIST_LENGTH });
    return meaningOf(entry, bits.valueAt(index, size), list.issuer);
  } catch (error) {
    if (error instanceof CredentialError) return unreadable(error, index);
    throw error;
  }
}

function unreadable({ code }: CredentialError, index: number): Fault {
  if (code === 'status-index-out-of-range') return fault('status-index-out-of-range', { index });
  return code === 'short-status-list' ? fault('status-list-too-short', { least: STATUS_LIST_LENGTH }) : fault('status-list-unpackable', { most: MAX_LIST_BYTES });
}

/** What a value means (section 2.2, `statusPurpose`); one whose purpose nobody here knows could mean anything. */
function meaningOf({ statusPurpose, statusMessage }: BitstringEntry, value: number, issuer: string): Finding | Fault {
  const change = { change: { code: 'change-by-list', params: { issuer } } } as const;
  const isSet = value !== 0;
  switch (statusPurpose) {
    case 'revocation':
      return isSet ? { weight: 'revoked', message: { code: 'revoked', params: change } } : NOTHING;
    case 'suspension':
      return isSet ? { weight: 'suspended', message: { code: 'suspended', params: change } } : NOTHING;
    case 'refresh':
      return isSet ? { weight: 'told', message: { code: 'status-refresh' } } : NOTHING;
    case 'message':
      return isSet || statusMessage ? messageOf(statusMessage ?? [], value) : NOTHING;
    default:
      return fault('status-purpose-unknown', { purpose: statusPurpose });
  }
}

function messageOf(messages: readonly { readonly status: string; readonly message: string }[], value: number): Finding {
  const message = messages.find(({ status }) => Number(status) === value)?.message ?? `0x${value.toString(16)}`;
  return { weight: 'told', message: { code: 'status-message', params: { message } } };
}
