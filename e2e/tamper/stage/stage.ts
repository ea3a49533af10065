import { accreditationChanged, achievementPublished, credentialIssued, credentialStatusChanged, issuerChanged, providerChanged, type CredentialStatus } from '@laurel/events';
import { newId } from '@laurel/runtime';
import { eventually, FakeClock, ServiceUnderTest } from '@laurel/testing/parts';
import { VerificationConfig, VerificationModule } from '@laurel/verification';
import type { Answer, Exhibit, RawJson } from '../verdicts/judged.js';
import { Library } from './library.js';

/** When everything is looked at. */
export const NOW = new Date('2026-11-24T12:00:00.000Z');

const isRaw = (sent: Exhibit['sent']): sent is RawJson => typeof sent === 'object' && sent !== null && 'rawJson' in sent;

/** A verification service on a database of its own that was told of one library, its recognition and its credentials. */
export class Stage {
  readonly library = new Library();

  private constructor(private readonly service: ServiceUnderTest) {}

  static async open(): Promise<Stage> {
    const service = await ServiceUnderTest.start({
      name: 'verification', config: VerificationConfig, moduleOf: (config) => VerificationModule.with(config), clock: new FakeClock(NOW),
    });
    const stage = new Stage(service);
    const { library } = stage;
    const fact = <Data>(subject: string, data: Data) => [{ subject, version: 1, orderingKey: 'registry', data }];
    await service.publish(providerChanged, fact(library.provider.id, library.provider));
    await service.publish(accreditationChanged, fact(library.accreditation.id, library.accreditation));
    await service.publish(achievementPublished, fact(library.achievement.id, library.achievement));
    await service.publish(issuerChanged, fact(library.provider.id, library.issuer));
    return stage;
  }

  close(): Promise<void> {
    return this.service.stop();
  }

  /** Has it told of a credential of the library; answers its id. With a status, that it stands no more. */
  async tell(status: CredentialStatus = 'active'): Promise<string> {
    const [id, orderingKey] = [newId(), newId()];
    await this.service.publish(credentialIssued, [{ subject: id, version: 1, orderingKey, data: this.library.issued(id) }]);
    if (status !== 'active') await this.service.publish(credentialStatusChanged, [{ subject: id, version: 2, orderingKey, data: this.library.changed(id, status) }]);
    return id;
  }

  /** Waits until what was told is known: a good credential passes, and one that was revoked does not. */
  async settled(good: readonly Exhibit['sent'][]): Promise<void> {
    await eventually(async () => {
      const answers = await this.judgeAll(good.map((sent) => ({ name: '', sent, verdicts: [] })));
      const open = answers.flatMap(({ checks = [] }) => checks.filter(({ code }) => code === 'status-unavailable' || code === 'recognition-not-known' || code === 'achievement-not-known'));
      if (open.length > 0) throw new Error(`not known yet: ${open.map(({ code }) => code).join(', ')}`);
    });
  }

  /** Verifies exhibits: by the batch where their text is nothing special, each by itself where it is. */
  async judgeAll(exhibits: readonly Exhibit[]): Promise<Answer[]> {
    const rows = exhibits.filter(({ sent }) => !isRaw(sent));
    const batch = rows.length === 0 ? [] : await this.judgeBatch(rows);
    const answers = new Map(rows.map((row, at) => [row, batch[at]]));
    return Promise.all(exhibits.map(async (exhibit) => answers.get(exhibit) ?? this.judgeText(isRaw(exhibit.sent) ? exhibit.sent.rawJson : '')));
  }

  private async judgeBatch(rows: readonly Exhibit[]): Promise<Answer[]> {
    const { status, body } = await this.service.post('/v1/verifications/batch', { verifiableCredentials: rows.map(({ sent }) => sent) });
    if (status !== 200) throw new Error(`the batch answered ${status}: ${JSON.stringify(body).slice(0, 500)}`);
    const { results } = body as { results: { status: number; verification?: Omit<Answer, 'status'> }[] };
    return results.map(({ status: of, verification }) => ({ status: of, ...verification }));
  }

  private async judgeText(json: string): Promise<Answer> {
    const answer = await fetch(`${this.service.url}/v1/verifications`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: `{"verifiableCredential":${json}}` });
    return { status: answer.status, ...((await answer.json()) as Omit<Answer, 'status'>) };
  }
}
