import { compactDecrypt } from 'jose';
import { z } from 'zod';
import { problem } from '../problems.js';

const ACCEPTED = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] };

/** Opens what learner-records sealed for us: a compact JWE (RFC 7516 section 7.1), `dir` with A256GCM, holding JSON. */
export class Seals {
  /** @param key 32 bytes */
  constructor(private readonly key: Uint8Array) {}

  /** @throws Problem `sealed-unreadable` */
  async open<Schema extends z.ZodType>(jwe: string, schema: Schema): Promise<z.output<Schema>> {
    try {
      const { plaintext } = await compactDecrypt(jwe, this.key, ACCEPTED);
      return schema.parse(JSON.parse(new TextDecoder().decode(plaintext)));
    } catch {
      throw problem('sealed-unreadable', 'It is not sealed with our CONTACT_KEY, or does not hold what it should.');
    }
  }
}
