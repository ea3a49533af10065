import { Injectable } from '@nestjs/common';
import { canonicalJson, completeAttestation, ContextSet, CredentialError, issuerId, isVersion1, lintAttestation, refuseAttestation, wantsPlace, type AttestationRules, type JsonObject, type Profile } from '@laurel/credentials';
import { envelop, FORMATS, secure } from '@laurel/credentials/signing';
import { attestationIssued } from '@laurel/events';
import { emit } from '@laurel/messaging';
import { Clock, Database, newId, requestProblem, type Transaction } from '@laurel/runtime';
import { createHash } from 'node:crypto';
import { CredentialTable } from '../credentials/credential.table.js';
import { listIdOf, type TakenPlace } from '../status-lists/status-list.js';
import { TakePlaces } from '../status-lists/take-places.js';
import { tokenListUrl } from '../status-lists/token-status-lists.js';
import type { AttestationFormat, AttestationRow } from './attestation.js';
import { AttestationTable } from './attestation.table.js';
import { refusing } from './content-refusal.js';
import { EndpointKeys, type EndpointKey } from './endpoint-keys.js';
import type { IssueRequest } from './issue-request.js';

/** One endpoint: whose, in which form, and what a document may be there. */
export interface Endpoint {
  readonly providerId: string;
  readonly format: AttestationFormat;
  readonly profile: Profile;
}

const PLACES = { document: '/credential', pointers: '/options/mandatoryPointers' };
const UUID_URN = /^urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** Signs what providers word themselves. Every request makes a credential of its own, with row, place and event, or nothing. */
@Injectable()
export class IssueAttestations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: EndpointKeys,
    private readonly places: TakePlaces,
    private readonly contexts: ContextSet,
  ) {}

  /** @throws Problem `credential-refused` for what may not be signed, with the place of the fault */
  async issue(endpoint: Endpoint, { credential, options }: IssueRequest): Promise<JsonObject> {
    if (endpoint.format === 'sd-jwt-vc' && options.vct === undefined) throw requestProblem('validation-failed', 'An SD-JWT VC has a vct.', { errors: [{ pointer: '/options/vct', detail: 'is missing' }] });
    const key = await this.keys.find(endpoint.providerId, endpoint.format);
    const rules = { issuers: key.dids, profile: endpoint.profile, contexts: this.contexts };
    return refusing(PLACES, async () => {
      const draft = withId(credential as JsonObject, options.credentialId);
      refuseAttestation(draft, rules);
      if (isVersion1(draft) && !isEmbedded(endpoint)) throw new CredentialError('refused-contexts', 'in a token a credential is of VC Data Model 2.0', '/@context');
      return this.database.asPipeline((tx) => this.sign(tx, { endpoint, key, draft, options, rules }));
    });
  }

  private async sign(tx: Transaction, { endpoint, key, draft, options, rules }: Signing): Promise<JsonObject> {
    const { format, providerId } = endpoint;
    const [id, now, issuer] = [newId(), this.clock.now(), issuerId(draft) ?? ''];
    await refuseTakenId(tx, draft);
    const place = wantsPlace(draft) ? await this.place(tx, key) : undefined;
    const document = completeAttestation(draft, { id: `urn:uuid:${id}`, embedded: isEmbedded(endpoint), ...(place && { place }) });
    const linted = await lintAttestation(document, { ...rules, ...(place && { place }) });
    const secured = await secure(format, linted, key.signerAs(issuer), now, securingOptions(options, place));
    const row: AttestationRow = {
      id, providerId, format, issuerId: issuer, credentialId: String(document.id), digest: digestOf(secured), status: 'active', version: 1, issuedAt: now.toISOString(),
      ...(place && { pairId: place.pairId, statusIndex: place.index }),
    };
    await tx.insert(AttestationTable, row);
    if (place) await tell(tx, row, place, now);
    return answerOf(endpoint, secured);
  }

  private async place(tx: Transaction, { acting }: EndpointKey): Promise<TakenPlace> {
    const { providerId } = acting.issuer;
    const [place] = (await this.places.take(tx, new Map([[providerId, acting]]), new Map([[providerId, 1]]))).get(providerId) ?? [];
    if (!place) throw new Error(`no place was taken for ${providerId}`);
    return place;
  }
}

interface Signing {
  readonly endpoint: Endpoint;
  readonly key: EndpointKey;
  readonly draft: JsonObject;
  readonly options: IssueRequest['options'];
  readonly rules: AttestationRules;
}

type Secured = Awaited<ReturnType<typeof secure>>;

const isEmbedded = ({ format }: Endpoint): boolean => FORMATS[format].mediaType === 'application/vc';

function withId(credential: JsonObject, id: string | undefined): JsonObject {
  if (id === undefined || credential.id === id) return credential;
  if (credential.id !== undefined) throw new CredentialError('invalid-structure', 'the credential has another id than the options', '/id');
  return { ...credential, id };
}

/** A recorded outcome's credential is known by its id; nothing else of its issuer may go by the same. */
async function refuseTakenId(tx: Transaction, { id }: JsonObject): Promise<void> {
  const [, uuid] = (typeof id === 'string' && UUID_URN.exec(id)) || [];
  if (uuid !== undefined && (await tx.existsBy(CredentialTable, { id: uuid }))) throw new CredentialError('invalid-structure', 'a credential of a recorded outcome has this id', '/id');
}

/** Nobody may leave out where the credential is revoked. Whoever names no pointers gets the usual ones, which have that among them. */
function securingOptions({ mandatoryPointers, vct }: IssueRequest['options'], place: TakenPlace | undefined) {
  return {
    ...(mandatoryPointers && { mandatoryPointers: place ? [...new Set([...mandatoryPointers, '/credentialStatus'])] : mandatoryPointers }),
    ...(vct !== undefined && { vct }),
    ...(place && { status: { idx: place.index, uri: tokenListUrl(new URL(place.revocationList).origin, place.pairId) } }),
  };
}

const digestOf = (secured: Secured): string =>
  createHash('sha256').update(typeof secured === 'string' || secured instanceof Uint8Array ? secured : canonicalJson(secured)).digest('hex');

function answerOf({ format }: Endpoint, secured: Secured): JsonObject {
  if (secured instanceof Uint8Array) throw new Error('an image is no answer of the VC API');
  return typeof secured === 'string' ? envelop({ mediaType: format === 'sd-jwt-vc' ? 'dc+sd-jwt' : 'vc+jwt', text: secured }) : secured;
}

const tell = (tx: Transaction, { id, providerId, issuerId, issuedAt }: AttestationRow, place: TakenPlace, time: Date): Promise<void> =>
  emit(tx, attestationIssued, [{
    subject: id, version: 1, orderingKey: id, time,
    data: { attestationId: id, providerId, issuerId, revocationList: listIdOf(place.revocationList), suspensionList: listIdOf(place.suspensionList), statusIndex: place.index, issuedAt },
  }]);
