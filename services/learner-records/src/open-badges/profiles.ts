import { Injectable } from '@nestjs/common';
import { CREDENTIALS_V2, OPEN_BADGES } from '@laurel/credentials';
import type { Caller } from '@laurel/http';
import { Database, requestProblem } from '@laurel/runtime';
import { IsNull, Like, Not } from 'typeorm';
import { z } from 'zod';
import { IdentifierTable, LearnerTable } from '../learners/learner.table.js';

/** Open Badges 3.0 appendix B, Profile, as far as something is known of a learner; their name is not. */
export const LearnerProfile = z.object({ '@context': z.array(z.string()), id: z.string(), type: z.array(z.string()), email: z.string().optional() });
export type LearnerProfile = z.infer<typeof LearnerProfile>;

@Injectable()
export class Profiles {
  constructor(private readonly database: Database) {}

  /** The learner under the id that credentials name, and the address that they proved first: what a wallet needs to see whose credentials these are. */
  async of({ id }: Caller): Promise<LearnerProfile> {
    const { learner, proved } = await this.database.asPipeline(async (tx) => ({
      learner: await tx.findOneBy(LearnerTable, { id }),
      proved: await tx.findOne(IdentifierTable, { where: { learnerId: id, key: Like('email:%'), verifiedAt: Not(IsNull()) }, order: { verifiedAt: 'asc' } }),
    }));
    if (!learner) throw requestProblem('not-found', 'There is no learner behind this token.');
    return { '@context': [CREDENTIALS_V2, OPEN_BADGES], id: learner.subjectId, type: ['Profile'], ...(proved && { email: proved.key.slice('email:'.length) }) };
  }
}
