import { Injectable } from '@nestjs/common';
import { Standing } from '@laurel/http';

/** Only learners have messages, and nothing takes a learner's token back before it ends. */
@Injectable()
export class LearnerStanding extends Standing {
  async stands(): Promise<boolean> {
    return true;
  }
}
