import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ContextSet, CredentialError, deriveProof, membersOf, type JsonObject } from '@laurel/credentials';
import { refusing } from '../content-refusal.js';
import { DeriveRequest, IssueAnswer } from '../issue-request.js';

const PLACES = { document: '/verifiableCredential', pointers: '/options/selectivePointers' };
/** Anybody may ask, and each asking takes time that grows with these: some 50 ms for so many. */
const MOST_MEMBERS = 2_000;

/** The VC API for holders. It needs no key of anybody, so it is for anyone; nothing of what is sent is stored. */
@ApiTags('vc api')
@Controller('credentials')
export class DerivationsController {
  constructor(private readonly contexts: ContextSet) {}

  @Post('derive')
  @ApiOperation({ summary: 'A part of a credential that has a base proof of ecdsa-sd-2023, with the proof that goes with it' })
  @ApiCreatedResponse({ standardSchema: IssueAnswer })
  async derive(@Body({ schema: DeriveRequest }) { verifiableCredential, options: { selectivePointers } }: DeriveRequest): Promise<IssueAnswer> {
    return { verifiableCredential: await refusing(PLACES, () => this.part(verifiableCredential as JsonObject, selectivePointers)) };
  }

  private part(credential: JsonObject, selectivePointers: readonly string[]): Promise<JsonObject> {
    if (membersOf(credential) > MOST_MEMBERS) throw new CredentialError('too-large', `at most ${MOST_MEMBERS} members`, '');
    return deriveProof(credential, { selectivePointers, contexts: this.contexts });
  }
}
