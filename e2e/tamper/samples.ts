import { bakeImage, CredentialFormat, deriveProof, lint, type Json, type JsonObject } from '@laurel/credentials';
import { FORMATS, secure } from '@laurel/credentials/signing';
import { SIGNED_AT } from './resign/forge.js';
import type { Stage } from './stage/stage.js';

/** A good credential of the library in one format. */
export interface Sample {
  readonly format: CredentialFormat;
  /** As its holder sends it: a document, a token, or a document that an image carries. */
  readonly sent: JsonObject | string;
  /** How what was altered is sent again: in an image, where it came in one. */
  readonly wrap: (altered: Json) => Json;
}

/** Formats whose signature is over the RDF that a document means: another spelling of the same meaning is the same. */
const RDF_FORMATS: ReadonlySet<CredentialFormat> = new Set(['eddsa-rdfc-2022', 'ecdsa-rdfc-2019', 'ecdsa-rdfc-2019-p384', 'ecdsa-sd-2023']);
export const isOverRdf = ({ format }: Sample): boolean => RDF_FORMATS.has(format);

const TYPE_OF_LEARNING_CREDENTIAL = 'https://laurel.example/v1/credential-types/achievement-credential';
const EVERYTHING = { selectivePointers: ['/id', '/name', '/awardedDate', '/credentialSubject', '/evidence'] };

/** One of each format, issued by the library and known to the verifier. */
export async function samplesOf(stage: Stage): Promise<Sample[]> {
  const id = await stage.tell();
  return Promise.all(CredentialFormat.options.map((format) => sampleOf(stage, id, format)));
}

async function sampleOf({ library }: Stage, id: string, format: CredentialFormat): Promise<Sample> {
  const { keyType, mediaType } = FORMATS[format];
  if (format === 'png' || format === 'svg') {
    const carried = (await securedAs('eddsa-rdfc-2022')) as JsonObject;
    return { format, sent: carried, wrap: (altered) => `data:${mediaType};base64,${Buffer.from(bakeImage(format, JSON.stringify(altered))).toString('base64')}` };
  }
  const secured = await securedAs(format);
  const sent = format === 'ecdsa-sd-2023' ? await deriveProof(secured as JsonObject, EVERYTHING) : secured;
  return { format, sent, wrap: (altered) => altered };

  async function securedAs(as: CredentialFormat): Promise<JsonObject | string> {
    const linted = await lint(library.document(id));
    const given = await secure(as, linted, library.signers[as === format ? keyType : FORMATS[as].keyType], new Date(SIGNED_AT), {
      vct: TYPE_OF_LEARNING_CREDENTIAL, status: { idx: 42, uri: 'https://laurel.example/v1/token-status-lists/1' },
    });
    if (given instanceof Uint8Array) throw new Error(`${as} is an image`);
    return given;
  }
}
