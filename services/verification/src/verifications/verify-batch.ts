import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@laurel/credentials';
import { asProblem, problemDocument } from '@laurel/http';
import { Problem, PublicOrigin } from '@laurel/runtime';
import { credentialIn, type Submitted } from './sent.js';
import type { VerificationResults, VerifyCredentials } from './verification.js';
import { Verifications } from './verifications.js';

/** Verifies up to a thousand credentials; each row has an answer of its own, whatever the others are. */
@Injectable()
export class VerifyBatch {
  constructor(
    private readonly verifications: Verifications,
    private readonly origin: PublicOrigin,
  ) {}

  async verify({ verifiableCredentials }: VerifyCredentials, requestId: string): Promise<VerificationResults> {
    const rows = verifiableCredentials.map(submitted);
    const verified = (await this.verifications.verifyEach(rows.flatMap((row) => (row instanceof Problem ? [] : [row])), requestId)).values();
    const results = rows.map((row, index) => {
      const result = row instanceof Problem ? row : verified.next().value;
      if (!result) throw new Error('fewer answers than rows');
      return result instanceof Problem
        ? { index, status: result.kind.status, problem: problemDocument(result, this.origin.url, requestId) }
        : { index, status: 200, verification: result };
    });
    return { results };
  }
}

function submitted(sent: unknown, index: number): Submitted | Problem {
  try {
    return { sent: sent as string | JsonObject, opened: credentialIn(sent, 'full', `/verifiableCredentials/${index}`) };
  } catch (error) {
    return asProblem(error);
  }
}
