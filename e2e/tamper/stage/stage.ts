import { accreditationChanged, achievementPublished, credentialIssued, credentialStatusChanged, issuerChanged, providerChanged, type CredentialStatus } from '@laurel/events';
import { newId } from '@laurel/runtime';
import { eventually, FakeClock, ForeignHost, ServiceUnderTest } from '@laurel/testing/parts';
import { VerificationConfig, VerificationModule } from '@laurel/verification';
import type { Answer, Exhibit } from '../verdicts/judged.js';
import { Courtroom } from './courtroom.js';
import { Library } from './library.js';

/** When everything is looked at. */
export const NOW = new Date('2026-11-24T12:00:00.000Z');

/** Not yet known: what was told is on its way. */
const UNSETTLED = new Set(['status-unavailable', 'recognition-not-known', 'achievement-not-known', 'issuer-not-recognised']);

/**
 * A verification service on a database of its own that was told of one library, its recognition and its credentials, and of one
 * whose recognition is suspended; and a host on which strangers publish.
 */
export class Stage {
  readonly library = new Library();
  readonly suspended = new Library({ status: 'suspended' });

  private constructor(
    private readonly service: ServiceUnderTest,
    readonly host: ForeignHost,
    private readonly courtroom: Courtroom,
  ) {}

  static async open(): Promise<Stage> {
    const host = await ForeignHost.listen();
    const service = await ServiceUnderTest.start({
      name: 'verification', config: VerificationConfig, moduleOf: (config) => VerificationModule.with(config), clock: new FakeClock(NOW),
      environment: { FETCH_LOOPBACK: 'allowed', FETCH_CA: host.certificate },
    });
    const stage = new Stage(service, host, new Courtroom(service, NOW));
    for (const library of [stage.library, stage.suspended]) await stage.introduce(library);
    return stage;
  }

  async close(): Promise<void> {
    await this.service.stop();
    await this.host.close();
  }

  /** Has it told of a credential of a library; answers its id. With a status, that it stands no more. */
  async tell(status: CredentialStatus = 'active', library = this.library): Promise<string> {
    const [id, orderingKey] = [newId(), newId()];
    await this.service.publish(credentialIssued, [{ subject: id, version: 1, orderingKey, data: library.issued(id) }]);
    if (status !== 'active') await this.service.publish(credentialStatusChanged, [{ subject: id, version: 2, orderingKey, data: library.changed(id, status) }]);
    return id;
  }

  /** Waits until what was told is known of good credentials. */
  async settled(good: readonly Exhibit['sent'][]): Promise<void> {
    await eventually(async () => {
      const answers = await this.judgeAll(good.map((sent) => ({ name: '', sent, verdicts: [] })));
      const open = answers.flatMap(({ checks = [] }) => checks.filter(({ code }) => UNSETTLED.has(code)));
      if (open.length > 0) throw new Error(`not known yet: ${open.map(({ code }) => code).join(', ')}`);
    });
  }

  judgeAll(exhibits: readonly Exhibit[]): Promise<Answer[]> {
    return this.courtroom.judgeAll(exhibits);
  }

  private async introduce(library: Library): Promise<void> {
    const fact = <Data>(subject: string, data: Data) => [{ subject, version: 1, orderingKey: 'registry', data }];
    await this.service.publish(providerChanged, fact(library.provider.id, library.provider));
    await this.service.publish(accreditationChanged, fact(library.accreditation.id, library.accreditation));
    await this.service.publish(achievementPublished, fact(library.achievement.id, library.achievement));
    await this.service.publish(issuerChanged, fact(library.provider.id, library.issuer));
  }
}
