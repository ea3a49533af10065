import { writeFileSync } from 'node:fs';
import { selfSigned, type Certificate } from '@laurel/testing/parts';
import { z } from 'zod';
import { Anyone } from '../../client/anyone.js';
import { type Connection } from '../../client/http/connection.js';
import { Session } from '../../client/http/session.js';
import { ClientTokens, type ClientCredentials } from '../../client/http/tokens.js';
import { discardOwnFolder, makeOwnFolder } from '../../system/own-folder.js';
import { ownPort } from '../../system/own-port.js';
import { killProcesses, processesOf } from '../../system/processes.js';
import { RunningLaurel } from '../../system/running-laurel.js';
import { MULTIKEY_PREFIXES, type Curve } from '../suites/formats.js';
import { PublishedFolder } from './published-folder.js';
import { TlsFront } from './tls-front.js';

export interface SiteOptions {
  /** Of https. */
  readonly port: number;
  /** CONTEXTS of the configuration. */
  readonly contexts: string;
  /** What lies in this folder is published, by a stranger. */
  readonly published: string;
}

/** A provider that may word credentials. */
export interface Enrolled {
  readonly providerId: string;
  /** What each key signs as: the did:key that it is. */
  readonly dids: Readonly<Record<Curve, string>>;
  readonly client: ClientCredentials;
}

/** A Laurel of its own, reached over https on localhost, with one approved provider and its client. */
export class ConformanceSite {
  private constructor(
    readonly origin: string, readonly certificate: Certificate, readonly published: PublishedFolder,
    private readonly laurel: RunningLaurel, private readonly front: TlsFront, readonly enrolled: Enrolled,
  ) {}

  static async open({ port, contexts, published: folderOfOthers }: SiteOptions): Promise<ConformanceSite> {
    const origin = `https://localhost:${port}`;
    const folder = makeOwnFolder('conformance');
    const certificate = await selfSigned();
    const inner = await ownPort();
    const front = await TlsFront.open({ port, target: `http://127.0.0.1:${inner}`, certificate });
    const published = await PublishedFolder.open(folderOfOthers, certificate);
    try {
      const laurel = await RunningLaurel.start({ mode: 'in-process', folder, port: inner, environment: {
        PUBLIC_ORIGIN: origin, CONTEXTS: contexts, TRUST_PROXY: 'on', RATE_LIMITS: 'off', FETCH_LOOPBACK: 'allowed', FETCH_CA: certificate.cert,
      } });
      return new ConformanceSite(origin, certificate, published, laurel, front, await enrol(laurel));
    } catch (error) {
      await Promise.all([front.close(), published.close()]);
      await killProcesses(processesOf(folder));
      discardOwnFolder(folder);
      throw error;
    }
  }

  /** Keeps a new access token of the provider's client in the file; each is good for 600 s. Stops with what it returns. */
  async keepToken(file: string, everyMs = 120_000): Promise<() => void> {
    const write = async () => writeFileSync(file, await new ClientTokens(this.laurel.connection, this.enrolled.client).token(), { mode: 0o600 });
    await write();
    const timer = setInterval(() => { void write(); }, everyMs);
    return () => clearInterval(timer);
  }

  async close(): Promise<void> {
    await Promise.all([this.front.close(), this.published.close()]);
    try {
      await this.laurel.stop();
    } finally {
      await killProcesses(this.laurel.processes());
      discardOwnFolder(this.laurel.options.folder);
    }
  }
}

async function enrol(laurel: RunningLaurel): Promise<Enrolled> {
  const operator = laurel.operator();
  const providerId = await new Anyone(laurel.connection).apply({ name: 'Conformance', setting: 'higher-education', email: 'conformance@example.org' });
  await operator.approve(providerId);
  const client = await operator.addClient(providerId, 'conformance suites', ['credentials:issue']);
  return { providerId, client, dids: await didsOf(laurel.connection, providerId) };
}

const DidDocument = z.looseObject({ verificationMethod: z.array(z.looseObject({ publicKeyMultibase: z.string() })) });

/** The did:key of each kind of key with which the provider signs credentials; these come first in its document. */
async function didsOf(connection: Connection, providerId: string): Promise<Record<Curve, string>> {
  const { verificationMethod } = await new Session(connection).get(`/issuers/${providerId}/did.json`, DidDocument);
  const did = (curve: Curve) => `did:key:${verificationMethod.find(({ publicKeyMultibase }) => publicKeyMultibase.startsWith(MULTIKEY_PREFIXES[curve]))?.publicKeyMultibase}`;
  return { Ed25519: did('Ed25519'), 'P-256': did('P-256'), 'P-384': did('P-384') };
}
