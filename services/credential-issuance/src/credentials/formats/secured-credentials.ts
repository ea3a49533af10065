import { Injectable } from '@nestjs/common';
import type { CredentialFormat, JsonObject, StatusListReference } from '@laurel/credentials';
import { FORMATS } from '@laurel/credentials/signing';
import { didOfKey } from '@laurel/events';
import type { Caller } from '@laurel/http';
import { PublicOrigin } from '@laurel/runtime';
import { Issuers } from '../../issuers/issuers.js';
import { Signatory } from '../../issuers/signatory.js';
import { TokenStatusLists } from '../../status-lists/token-status-lists.js';
import type { CredentialRow } from '../credential.js';
import { Credentials } from '../credentials.js';
import { typeUrl } from './type-metadata.js';

/** What is sent, and what the credential is about. */
export interface SecuredCredential {
  readonly content: string | Buffer;
  readonly achievementName: string;
}

/**
 * One content in every format. What is stored is given as it is; other formats are signed when they are fetched, with the
 * instant of issue as theirs: each states what was stated then, and fetched twice it says the same. Revoked credentials are
 * given like others: their status says so.
 */
@Injectable()
export class SecuredCredentials {
  constructor(
    private readonly credentials: Credentials,
    private readonly issuers: Issuers,
    private readonly signatory: Signatory,
    private readonly tokenStatusLists: TokenStatusLists,
    private readonly origin: PublicOrigin,
  ) {}

  async find(id: string, format: CredentialFormat, caller: Caller): Promise<SecuredCredential> {
    const row = await this.credentials.find(id, caller);
    const { achievementName } = row;
    return { achievementName, content: format === 'eddsa-rdfc-2022' ? row.document : await this.secured(row, format) };
  }

  /** A credential in a format other than the stored one. */
  async secured({ document, providerId, issuedAt, ...place }: CredentialRow, format: CredentialFormat): Promise<string | Buffer> {
    const key = await this.issuers.key(providerId, { use: 'credentials', type: FORMATS[format].keyType });
    const options = format === 'sd-jwt-vc' ? { vct: typeUrl(this.origin.url), status: await this.statusOf(place) } : {};
    const secured = await this.signatory.secure(signedBy(didOfKey(key), document), format, key, new Date(issuedAt), options);
    if (secured instanceof Uint8Array) return Buffer.from(secured);
    return typeof secured === 'string' ? secured : JSON.stringify(secured);
  }

  private async statusOf({ pairId, statusIndex }: Pick<CredentialRow, 'pairId' | 'statusIndex'>): Promise<StatusListReference> {
    return { idx: statusIndex, uri: await this.tokenStatusLists.urlOf(pairId) };
  }
}

/** The content of a signed document under the DID of the key that signs it anew: the same where all keys are of one did:web. */
function signedBy(did: string, signed: string): JsonObject {
  const { proof: _proof, ...content } = JSON.parse(signed) as JsonObject & { issuer: JsonObject };
  return { ...content, issuer: { ...content.issuer, id: did } };
}
