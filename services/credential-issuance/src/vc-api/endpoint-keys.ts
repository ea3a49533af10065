import { Injectable } from '@nestjs/common';
import { decodeMultikey, didKey, didKeyVerificationMethod, type Signer } from '@laurel/credentials';
import { FORMATS } from '@laurel/credentials/signing';
import { didOfKey } from '@laurel/events';
import { Database, requestProblem } from '@laurel/runtime';
import { setTimeout as sleep } from 'node:timers/promises';
import { Issuers, type ActingIssuer } from '../issuers/issuers.js';
import { Signatory } from '../issuers/signatory.js';
import { multikeyOf, type SigningKey } from '../issuers/signing-key.js';
import type { AttestationFormat } from './attestation.js';

/** Looks for an issuer that the registry's events are about to bring, and the pause between two, in milliseconds. */
const [LOOKS, PAUSE_MS] = [20, 100];

/** What signs at one endpoint of a provider. */
export interface EndpointKey {
  readonly acting: ActingIssuer;
  /** The DIDs of the key: that of its issuer, and the did:key that it is by itself. */
  readonly dids: readonly string[];
  signerAs(did: string): Signer;
}

/** The key of each endpoint: one for each provider and format. */
@Injectable()
export class EndpointKeys {
  constructor(
    private readonly database: Database,
    private readonly issuers: Issuers,
    private readonly signatory: Signatory,
  ) {}

  /** @throws Problem `unavailable` while a provider that was just approved is not known here yet */
  async find(providerId: string, format: AttestationFormat): Promise<EndpointKey> {
    const acting = await this.acting(providerId);
    const key = await this.issuers.key(providerId, { use: 'credentials', type: FORMATS[format].keyType });
    const signer = this.signatory.signerOf(key);
    return { acting, dids: didsOf(key), signerAs: (did) => (did === didOfKey(key) ? signer : { ...signer, verificationMethod: didKeyVerificationMethod(did) }) };
  }

  private async acting(providerId: string): Promise<ActingIssuer> {
    for (let look = 0; look < LOOKS; look += 1) {
      const acting = (await this.database.asPipeline((tx) => this.issuers.acting(tx, [providerId]))).get(providerId);
      if (acting) return acting;
      await sleep(PAUSE_MS);
    }
    throw requestProblem('unavailable', 'The provider is not known as an issuer here yet.', { headers: { 'retry-after': '2' } });
  }
}

const didsOf = (key: SigningKey): string[] => [...new Set([didOfKey(key), didKey(decodeMultikey(multikeyOf(key.id)))])];
