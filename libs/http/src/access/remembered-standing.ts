import type { Clock } from '@laurel/runtime';
import { Standing } from './allow.js';
import type { Caller } from './caller.js';

/** How long an answer is good, in milliseconds. With the event's way here it stays below the 5 s that api.md promises. */
const GOOD_FOR = 2_000;

/** Who stands as far as the registry's events have come here: the registry itself is never asked, and one's own copy not at each request. */
export abstract class RememberedStanding extends Standing {
  private answers = new Map<string, boolean>();
  private until = 0;

  constructor(private readonly clock: Clock) {
    super();
  }

  async stands(caller: Caller): Promise<boolean> {
    const actsBy = caller.role === 'provider' ? caller.clientId : caller.grantId;
    if (actsBy === undefined) return caller.role !== 'provider';
    const now = this.clock.now().getTime();
    // All answers are dropped together, so that none grows old and the map stays as small as the traffic.
    if (now >= this.until || now < this.until - GOOD_FOR) [this.answers, this.until] = [new Map(), now + GOOD_FOR];
    const { answers } = this;
    const answer = answers.get(actsBy) ?? (await this.look(caller, actsBy));
    answers.set(actsBy, answer);
    return answer;
  }

  /** Looks a caller, and by what it acts (a provider's client, a learner's grant), up in what this service was told. */
  protected abstract look(caller: Caller, actsBy: string): Promise<boolean>;
}
