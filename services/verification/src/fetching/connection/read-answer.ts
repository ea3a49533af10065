import { freeze, type Json } from '@laurel/credentials';
import { parseStrictJson, UnreadableJson } from '@laurel/events';
import { createHash } from 'node:crypto';
import { FetchError } from '../fetch-fault.js';
import { formOf } from './media-type.js';
import type { Answer } from './pinned-get.js';

/** Largest body that is read, in bytes. */
const LARGEST = 1024 * 1024;
const LIMITS = { depth: 64, members: 100_000 };

/** A JSON value, or a text in compact serialization, whoever is to judge it. */
export type Content = ({ readonly form: 'json'; readonly json: Json } | { readonly form: 'jwt'; readonly jwt: string }) & {
  /** Of the bytes as they came, as Subresource Integrity writes them: those that a credential can name (VC Data Model 2.0 section 5.3). */
  readonly digests: readonly string[];
};

/**
 * Reads an answer of status 200, uncompressed, of at most 1 MB, in a media type of JSON or JWT.
 * @throws FetchError `fetch-redirect`, `fetch-http-status`, `fetch-encoded`, `fetch-media-type`, `fetch-not-json`, `fetch-too-large`; Error where it breaks off
 */
export async function readAnswer(answer: Answer, host: string): Promise<{ readonly content: Content; readonly bytes: number }> {
  try {
    const form = admittedForm(answer, host);
    const body = await readBody(answer, host);
    const digests = ['sha256', 'sha384', 'sha512'].map((algorithm) => `${algorithm}-${createHash(algorithm).update(body).digest('base64')}`);
    return { content: form === 'json' ? { form, json: freeze(parse(body, host)), digests } : { form, jwt: body.toString('latin1').trim(), digests }, bytes: body.length };
  } finally {
    answer.destroy();
  }
}

function admittedForm({ statusCode: status = 0, headers }: Answer, host: string): Content['form'] {
  if (status >= 300 && status < 400) throw new FetchError('fetch-redirect', { host, status });
  if (status !== 200) throw new FetchError('fetch-http-status', { host, status });
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') throw new FetchError('fetch-encoded', { host, encoding });
  const type = headers['content-type'] ?? 'none';
  const form = formOf(type);
  if (!form) throw new FetchError('fetch-media-type', { host, type });
  return form;
}

async function readBody(answer: Answer, host: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > LARGEST) throw new FetchError('fetch-too-large', { host, most: LARGEST });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parse(body: Buffer, host: string): Json {
  try {
    return parseStrictJson(body, LIMITS) as Json;
  } catch (error) {
    if (error instanceof UnreadableJson) throw new FetchError('fetch-not-json', { host, reason: error.message });
    throw error;
  }
}
