import { CompactEncrypt } from 'jose';

/** Seals what only notifications may read (RFC 7516: compact JWE, `dir`, A256GCM). */
export class Seal {
  constructor(private readonly key: Uint8Array) {}

  seal(content: Readonly<Record<string, unknown>>): Promise<string> {
    return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content))).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(this.key);
  }
}
