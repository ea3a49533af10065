import type { Clock } from '@laurel/runtime';

/** Too many in this minute, or at the moment. */
export class LimitReached extends Error {
  override readonly name = 'LimitReached';
}

export interface Limit {
  readonly atOnce: number;
  readonly perMinute: number;
}

interface Traffic {
  active: number;
  begun: number;
  readonly waiting: (() => void)[];
}

const MINUTE = 60_000;

/** Holds back work under a key, as a host's name: so many at once, the next ones wait; so many a minute, the next ones are refused. */
export class Limits {
  private traffic = new Map<string, Traffic>();
  private until = 0;

  constructor(
    private readonly clock: Clock,
    private readonly limit: Limit,
  ) {}

  /** @throws LimitReached, also where the signal is aborted before it is this work's turn */
  async within<Result>(key: string, signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    this.turnMinute();
    const traffic = this.traffic.get(key) ?? { active: 0, begun: 0, waiting: [] };
    this.traffic.set(key, traffic);
    if (traffic.begun >= this.limit.perMinute) throw new LimitReached();
    traffic.begun += 1;
    if (traffic.active >= this.limit.atOnce) await turn(traffic, signal);
    else traffic.active += 1;
    try {
      return await work();
    } finally {
      const next = traffic.waiting.shift();
      if (next) next();
      else traffic.active -= 1;
    }
  }

  /** All counts begin anew together, and idle keys are forgotten, so that the map stays as small as the traffic. */
  private turnMinute(): void {
    const now = this.clock.now().getTime();
    if (now < this.until && now >= this.until - MINUTE) return;
    this.until = now + MINUTE;
    this.traffic = new Map([...this.traffic].filter(([, { active }]) => active > 0));
    for (const traffic of this.traffic.values()) traffic.begun = 0;
  }
}

/** Waits for the place of one who is done. */
function turn({ waiting }: Traffic, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      waiting.splice(waiting.indexOf(take), 1);
      reject(new LimitReached());
    };
    const take = () => {
      signal.removeEventListener('abort', leave);
      resolve();
    };
    if (signal.aborted) return reject(new LimitReached());
    waiting.push(take);
    signal.addEventListener('abort', leave, { once: true });
  });
}
