import { z } from 'zod';
import type { Connection } from './connection.js';
import { refusalOf } from './answer.js';

/** RFC 6749 section 5.1. */
export const TokenAnswer = z.looseObject({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.number().positive(), scope: z.string().optional() });

/** What `operator.json` holds, and what a provider is shown once (api.md). */
export const ClientCredentials = z.looseObject({ clientId: z.string(), clientSecret: z.string() });
export type ClientCredentials = z.infer<typeof ClientCredentials>;

export interface TokenSource {
  /** A token that is good for some time yet. `rejected` is one that was answered with 401. */
  token(rejected?: string): Promise<string>;
}

/** Renewed before its 600 s are over, so that no request of a long run meets a stale token. */
const MARGIN_MS = 60_000;

/** Access tokens by client credentials (RFC 6749 section 4.4), one asked for at a time. */
export class ClientTokens implements TokenSource {
  private current?: { token: string; until: number };
  private asking?: Promise<string>;

  constructor(private readonly connection: Connection, private readonly client: ClientCredentials) {}

  async token(rejected?: string): Promise<string> {
    const { current } = this;
    if (current && current.token !== rejected && Date.now() < current.until) return current.token;
    this.asking ??= this.ask().finally(() => { this.asking = undefined; });
    return this.asking;
  }

  private async ask(): Promise<string> {
    const basic = Buffer.from(`${this.client.clientId}:${this.client.clientSecret}`).toString('base64');
    const answer = await this.connection.send({
      method: 'POST', path: '/oauth/token', body: 'grant_type=client_credentials', idempotent: true,
      headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
    });
    if (answer.status !== 200) throw refusalOf('POST /oauth/token', answer);
    const { access_token: token, expires_in: seconds } = TokenAnswer.parse(answer.body);
    this.current = { token, until: Date.now() + Math.max(seconds * 1_000 - MARGIN_MS, seconds * 500) };
    return token;
  }
}

/** A token that somebody was given once (a learner's sign-in). */
export const fixedToken = (token: string): TokenSource => ({ token: () => Promise.resolve(token) });
