import { setTimeout as sleep } from 'node:timers/promises';
import { Unreachable, type Answer } from './answer.js';

export interface Request {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is, under `headers['content-type']`. */
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  /** May be sent again when nobody knows whether it arrived. GET and DELETE always may. */
  readonly idempotent?: boolean;
}

export interface Patience {
  /** How long to go on trying one request, in milliseconds. */
  readonly forMs: number;
  /** How long one try may take, in milliseconds. */
  readonly tryMs: number;
}

/** What says "not now" rather than "no"; 502 and 504 are a gateway's, where nobody knows whether the request arrived. */
const NOT_NOW = new Set([429, 503]);
const UNKNOWN_FATE = new Set([502, 504]);

/** One Laurel, asked over HTTP; waits out its restarts. */
export class Connection {
  /** How many tries ended without an answer. */
  cutOff = 0;

  constructor(readonly origin: string, readonly patience: Patience = { forMs: 60_000, tryMs: 30_000 }) {}

  /** @throws Unreachable when it stays away longer than `patience.forMs`, or breaks off what must not be sent twice */
  async send(request: Request): Promise<Answer> {
    const deadline = Date.now() + this.patience.forMs;
    const again = request.idempotent ?? request.method !== 'POST';
    for (let tries = 1; ; tries += 1) {
      let wait = Math.min(25 * 2 ** tries, 1_000);
      try {
        const answer = await this.once(request);
        const retry = NOT_NOW.has(answer.status) || (again && UNKNOWN_FATE.has(answer.status));
        if (!retry || Date.now() >= deadline) return answer;
        wait = Math.max(wait, retryAfterMs(answer.headers));
      } catch (error) {
        this.cutOff += 1;
        if (again && Date.now() < deadline) await sleep(wait);
        else throw new Unreachable(`${request.method} ${request.path}: ${reasonOf(error)}`, { cause: error });
        continue;
      }
      await sleep(wait);
    }
  }

  /** One try; whatever comes back is the answer. */
  async once({ method, path, json, body, headers }: Request): Promise<Answer> {
    const response = await fetch(new URL(path, this.origin), {
      method,
      headers: { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      body: json === undefined ? body : JSON.stringify(json),
      redirect: 'manual',
      signal: AbortSignal.timeout(this.patience.tryMs),
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    const isJson = /[/+](json|vc)\s*(;|$)/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: isJson && text !== '' ? JSON.parse(text) : text, bytes, text };
  }
}

/** Retry-After in its seconds form (RFC 9110 section 10.2.3), in milliseconds; 0 when there is none. */
function retryAfterMs(headers: Headers): number {
  const seconds = Number(headers.get('retry-after') ?? 0);
  return Number.isFinite(seconds) ? seconds * 1_000 : 0;
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
