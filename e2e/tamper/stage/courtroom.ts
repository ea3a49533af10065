import { bundledContexts, HashedDocument, openCredential, resolveOffline } from '@laurel/credentials';
import type { ServiceUnderTest } from '@laurel/testing/parts';
import type { Answer, Asked, Exhibit, Found, RawJson } from '../verdicts/judged.js';

const isRaw = (sent: Exhibit['sent']): sent is RawJson => typeof sent === 'object' && sent !== null && 'rawJson' in sent;

/** What is answered: of a credential, of a presentation with those in it, or a problem. */
interface Body extends Pick<Answer, 'verified' | 'checks' | 'detail'> {
  readonly credentials?: readonly { readonly verification?: { readonly checks: readonly Found[] }; readonly problem?: { readonly detail: string } }[];
}

/** Has exhibits verified. */
export class Courtroom {
  constructor(
    private readonly service: ServiceUnderTest,
    private readonly now: Date,
  ) {}

  /** By the batch where an exhibit is nothing special, each by itself where its text or the way in is. */
  async judgeAll(exhibits: readonly Exhibit[]): Promise<Answer[]> {
    const rows = exhibits.filter(({ sent, asked }) => !isRaw(sent) && !asked);
    const batch = rows.length === 0 ? [] : await this.judgeBatch(rows);
    const answers = new Map(rows.map((row, at) => [row, batch[at]]));
    return Promise.all(exhibits.map(async (exhibit) => answers.get(exhibit) ?? this.judge(exhibit)));
  }

  private async judgeBatch(rows: readonly Exhibit[]): Promise<Answer[]> {
    const { status, body } = await this.service.post('/v1/verifications/batch', { verifiableCredentials: rows.map(({ sent }) => sent) });
    if (status !== 200) return rows.map(() => ({ status }));
    const { results } = body as { results: { status: number; verification?: Body; problem?: Body }[] };
    return results.map(({ status: of, verification, problem }) => ({ status: of, ...verification, ...problem }) as Answer);
  }

  private async judge({ sent, asked }: Exhibit): Promise<Answer> {
    const json = isRaw(sent) ? sent.rawJson : JSON.stringify(sent);
    switch (asked?.as) {
      case undefined:
        return this.ask('/v1/verifications', `{"verifiableCredential":${json}}`);
      case 'proof-only':
        return this.ask('/profiles/proof-only/credentials/verify', `{"verifiableCredential":${json}}`);
      case 'presentation':
        return this.ask('/v1/presentations', `{"verifiablePresentation":${json},${JSON.stringify(askedFor(asked)).slice(1)}`.replace(/,\}$/, '}'));
      case 'bound':
        return this.judgeHere(sent as string, asked);
    }
  }

  private async ask(path: string, body: string): Promise<Answer> {
    const answer = await fetch(`${this.service.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const { verified, checks = [], detail = '', credentials = [] } = (await answer.json()) as Body;
    const [inside, problems] = [credentials.flatMap(({ verification }) => verification?.checks ?? []), credentials.flatMap(({ problem }) => problem?.detail ?? [])];
    return { status: verified === undefined ? answer.status : 200, ...(verified !== undefined && { verified }), checks: [...checks, ...inside], detail: [detail, ...problems].join(' ') };
  }

  private async judgeHere(token: string, { as: _, ...asked }: Extract<Asked, { as: 'bound' }>): Promise<Answer> {
    const opened = openCredential(token);
    const outcomes = await opened.proofs({ now: this.now, resolveKey: resolveOffline, unsecured: new HashedDocument(opened.document, bundledContexts), expected: { ...asked, purpose: 'assertionMethod' } });
    const checks = outcomes.map(({ fault }) => (fault ? { check: 'proof', result: 'failed', code: fault.code, params: fault.params } : { check: 'proof', result: 'passed', code: 'signature-genuine' }));
    return { status: 200, verified: checks.every(({ result }) => result === 'passed'), checks };
  }
}

const askedFor = ({ as: _, ...asked }: Extract<Asked, { as: 'presentation' }>) => asked;
