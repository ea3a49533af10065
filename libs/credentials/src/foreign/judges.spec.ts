import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isVerified } from '../checks/check.js';
import { verifyCredential } from '../checks/verify-credential.js';
import { isClr } from '../clr/clr-credential.js';
import { bundledContexts } from '../contexts/bundled-contexts.js';
import { CredentialError } from '../credential-error.js';
import { resolveOffline } from '../did/resolve-offline.js';
import { isObject, type JsonObject } from '../document/json.js';
import { CredentialFormat } from '../formats/credential-format.js';
import { FORMATS, secure } from '../formats/formats.js';
import { lint } from '../linting/lint.js';
import { openCredential } from '../opening/open-credential.js';
import { SAMPLE_NOW as now } from '../samples/library-course.js';
import { sampleSigner } from '../samples/sample-key.js';
import { deriveProof } from '../selective-disclosure/derive-proof.js';
import { alterations } from './alterations.js';
import { contentsOf } from './contents.js';
import { deriveTheirs, digitalBazaar } from './implementations/digital-bazaar.js';
import type { Implementation, Sent } from './implementations/implementation.js';
import { jose } from './implementations/jose.js';
import { sdJwtVcLibrary } from './implementations/sd-jwt-vc.js';
import { verifierCore } from './implementations/verifier-core.js';
import { type Cell, matrixOf, type Taken, withMatrix } from './matrix.js';

const IMPLEMENTATIONS = [digitalBazaar, verifierCore, jose, sdJwtVcLibrary];
const VCT = 'https://laurel.example/v1/credential-types/achievement-credential';
const EVERYTHING = ['/id', '/name', '/awardedDate', '/credentialSubject', '/evidence'];

const LEGEND = `An achievement, and a learner record of CLR 2.0 that has one as a part, are signed by Laurel and by software of others, in each format
that both know. *ours* is how many of Laurel's the others take, *theirs* how many of theirs Laurel takes, *altered* how many of those in which
one place was changed afterwards. No package on npm reads baked images; what they carry is \`eddsa-rdfc-2022\`.

Printed by \`libs/credentials/src/foreign/judges.spec.ts\`, which fails when it finds anything else:
\`LAUREL_DOCS=write npm run jest -- libs/credentials/src/foreign\`.`;

beforeAll(() => {
  // One of them looks at the clock, and at the network for contexts, status lists and a schema; it says on the console what it misses.
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (request) => Response.json((await bundledContexts.documentLoader(request instanceof Request ? request.url : String(request))).document));
  jest.useFakeTimers({ now: now.getTime() + 1_000, doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'setTimeout'] });
});
afterAll(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

const issuerOf = (format: CredentialFormat) => sampleSigner(9, FORMATS[format].keyType);
const shown = (document: JsonObject) => EVERYTHING.filter((pointer) => document[pointer.slice(1)] !== undefined);

async function ours(format: CredentialFormat, document: JsonObject): Promise<Sent> {
  const secured = await secure(format, await lint(document), issuerOf(format), now, { vct: VCT });
  if (secured instanceof Uint8Array) throw new TypeError('no foreign judge knows images');
  return format === 'ecdsa-sd-2023' && isObject(secured) ? deriveProof(secured, { selectivePointers: shown(document) }) : secured;
}

async function theirs({ secures }: Implementation, format: CredentialFormat, document: JsonObject): Promise<Sent[]> {
  const sign = await secures?.(format, issuerOf(format), now);
  if (!sign) return [];
  const secured = await sign(document);
  if (format !== 'ecdsa-sd-2023' || !isObject(secured)) return [secured];
  // Their holder cannot take apart a credential with others in it; ours takes apart what their issuer signed.
  const holder = isClr(document) ? deriveProof(secured, { selectivePointers: shown(document) }) : deriveTheirs(secured, shown(document));
  return [await holder];
}

async function weAccept(sent: Sent): Promise<boolean> {
  try {
    return isVerified(await verifyCredential(openCredential(sent), { now, resolveKey: resolveOffline }));
  } catch (error) {
    if (error instanceof CredentialError) return false;
    throw error;
  }
}

async function taken(sent: readonly Sent[], accepts: (each: Sent) => Promise<boolean>): Promise<Taken> {
  const verdicts = [];
  for (const each of sent) verdicts.push(await accepts(each));
  return { of: sent.length, accepted: verdicts.filter(Boolean).length };
}

const altered = (sent: readonly Sent[]): Sent[] => sent.flatMap((each) => alterations(each).map(([, alteration]) => alteration));

const matrix = new Map(IMPLEMENTATIONS.map((each) => [each, new Map<CredentialFormat, Cell>()]));

describe.each(IMPLEMENTATIONS.flatMap((each) => each.formats.map((format) => [each.name, format, each] as const)))('%s, %s', (_name, format, implementation) => {
  it('takes ours and refuses it altered, and so do we with theirs', async () => {
    const contents = Object.values(await contentsOf(issuerOf(format).did));
    const theyAccept = (sent: Sent) => implementation.accepts(format, sent, now);
    const fromUs = await Promise.all(contents.map((content) => ours(format, content)));
    const fromThem = (await Promise.all(contents.map((content) => theirs(implementation, format, content)))).flat();
    const cell = {
      ours: await taken(fromUs, theyAccept),
      oursAltered: await taken(altered(fromUs), theyAccept),
      ...(implementation.secures && { theirs: await taken(fromThem, weAccept), theirsAltered: await taken(altered(fromThem), weAccept) }),
    };
    matrix.get(implementation)?.set(format, cell);
    const all = { of: contents.length, accepted: contents.length };
    const none = { of: expect.any(Number), accepted: 0 };
    expect(cell).toEqual({ ours: all, oursAltered: none, ...(implementation.secures && { theirs: all, theirsAltered: none }) });
    expect(cell.oursAltered.of).toBeGreaterThan(20);
  });
});

it('docs/conformance.md has what was found', () => {
  const root = join(import.meta.dirname, '../../../..');
  const versionOf = (name: string) => (JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;
  const columns = IMPLEMENTATIONS.map((each) => ({ title: `${each.name} ${versionOf(each.name)}`, cells: matrix.get(each) ?? new Map<never, never>() }));
  const page = join(root, 'docs/conformance.md');
  const found = withMatrix(existsSync(page) ? readFileSync(page, 'utf8') : '', `${LEGEND}\n\n${matrixOf(CredentialFormat.options, columns)}`);
  if (process.env.LAUREL_DOCS === 'write') writeFileSync(page, found);
  expect(readFileSync(page, 'utf8')).toBe(found);
});
