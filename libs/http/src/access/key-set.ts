import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import { z } from 'zod';
import type { TrustedKey } from './access-token.js';

const Jwks = z.object({
  keys: z.array(z.looseObject({ kty: z.literal('EC'), crv: z.literal('P-256'), kid: z.string().min(1), x: z.string(), y: z.string(), laurel_issuer: z.string() })).min(1),
});

/** The public keys of access tokens, from a JWKS file that is read again when it changes (RFC 7517 section 5). */
export class KeySet {
  private keys = new Map<string, TrustedKey>();

  constructor(private readonly path: string) {
    this.read();
    watchFile(path, { interval: 2_000, persistent: false }, () => this.readIfWhole());
  }

  get(kid: string): TrustedKey | undefined {
    return this.keys.get(kid);
  }

  onApplicationShutdown(): void {
    unwatchFile(this.path);
  }

  private read(): void {
    const { keys } = Jwks.parse(JSON.parse(readFileSync(this.path, 'utf8')));
    this.keys = new Map(keys.map(({ kid, laurel_issuer, kty, crv, x, y }) => [kid, { issuer: laurel_issuer, key: createPublicKey({ key: { kty, crv, x, y } as JsonWebKey, format: 'jwk' }) }]));
  }

  /** A file that is being written is read at its next change; until then the keys that were there stay. */
  private readIfWhole(): void {
    try {
      this.read();
    } catch {
      return;
    }
  }
}
