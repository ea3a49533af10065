import { CredentialFormat, deriveProof, type JsonObject } from '@laurel/credentials';
import type { Fetched } from '../../../client/learner.js';
import { expectThat } from '../../narrator.js';
import { writeFormat } from '../../results.js';
import type { World } from '../../world.js';
import { failures } from './check-credential.js';
import type { OpenRecord } from './open-record.js';

/** What its holder tells of a credential that can be shown in parts: not who she is, not how it went, not the evidence. */
const SHOWN = ['/name', '/credentialSubject/achievement'];

/** One content, many envelopes: the learner takes each home, and an employer takes each for genuine. */
export async function showFormats({ anyone, narrator }: World, { learner, credentialId }: OpenRecord, out: string | undefined): Promise<void> {
  const rows: string[][] = [];
  for (const format of CredentialFormat.options) {
    const fetched = await learner.credentialAs(credentialId, format);
    if (out !== undefined) writeFormat(out, format, fetched);
    const sent = await asSent(format, fetched);
    const check = await anyone.verify(sent);
    expectThat(check.verified, `the credential as ${format} to be verified; ${failures(check)}`);
    const inPart = format === 'ecdsa-sd-2023' ? `, shown without evidence, result and address: ${sizeOf(Buffer.byteLength(JSON.stringify(sent)))}` : '';
    rows.push([format, fetched.mediaType, sizeOf(fetched.bytes.length), `verified${inPart}`]);
  }
  narrator.table(rows);
}

/** As an employer gets it: a document, a token as a string, an image as a data: URL; of a base proof the part that is shown. */
async function asSent(format: CredentialFormat, { mediaType, bytes }: Fetched): Promise<unknown> {
  if (mediaType.startsWith('image/')) return `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
  const text = Buffer.from(bytes).toString();
  if (mediaType !== 'application/vc') return text;
  const document = JSON.parse(text) as JsonObject;
  return format === 'ecdsa-sd-2023' ? deriveProof(document, { selectivePointers: SHOWN }) : document;
}

const sizeOf = (bytes: number): string => `${bytes.toLocaleString('en')} bytes`;
