import type { JsonObject } from '@laurel/credentials';
import { generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { ISSUED_AT, NOW, unsigned } from './first-aid.js';

/** Where a stranger publishes; in tests a host of `@laurel/testing`. */
interface Host {
  readonly port: number;
  url(path: string): string;
  readonly answers: { set(path: string, answer: (request: unknown, response: Answer) => void): unknown };
}
interface Answer {
  writeHead(status: number, headers: Record<string, string>): { end(text: string): unknown };
}

/** A stranger with a did:web on a host of its own, who signs and publishes; its tokens are made by jose. */
export class Stranger {
  readonly did: string;
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  /** @param name its path on the host, as its DID has it */
  constructor(
    private readonly host: Host,
    readonly name: string,
  ) {
    this.did = `did:web:localhost%3A${host.port}:${name}`;
    this.publishDid();
  }

  publishDid(change: object = {}): void {
    const method = { id: `${this.did}#key-1`, type: 'JsonWebKey', controller: this.did, publicKeyJwk: this.keys.publicKey.export({ format: 'jwk' }) };
    this.serve(`/${this.name}/did.json`, JSON.stringify({ id: this.did, verificationMethod: [method], assertionMethod: [method.id], ...change }), 'application/did', { 'cache-control': 'no-store' });
  }

  /** A token over these claims. */
  token(claims: object, typ = 'vc+jwt'): Promise<string> {
    return new SignJWT({ iss: this.did, iat: Math.floor(NOW.getTime() / 1_000) - 60, ...claims }).setProtectedHeader({ alg: 'ES256', typ, kid: `${this.did}#key-1` }).sign(this.keys.privateKey);
  }

  /** A badge of its own, signed. */
  badge(change: JsonObject = {}, typ?: string): Promise<string> {
    const { credentialStatus: _, ...plain } = unsigned({ id: this.did, name: 'Elsewhere' });
    return this.token({ ...plain, ...change }, typ);
  }

  /** Its list of bits as a credential, signed. */
  statusList(url: string, encodedList: string, { subject = {}, ...change }: { readonly subject?: object; readonly [member: string]: unknown } = {}): Promise<string> {
    return this.token({
      '@context': ['https://www.w3.org/ns/credentials/v2'], id: url, type: ['VerifiableCredential', 'BitstringStatusListCredential'], issuer: this.did, validFrom: ISSUED_AT,
      credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList, ...subject },
      ...change,
    });
  }

  /** Serves a text at a path, and answers its URL. */
  serve(path: string, text: string, contentType = 'application/vc+jwt', headers: Readonly<Record<string, string>> = {}): string {
    this.host.answers.set(path, (_request, response) => void response.writeHead(200, { 'content-type': contentType, ...headers }).end(text));
    return this.host.url(path);
  }
}
