import { Module, type DynamicModule } from '@nestjs/common';
import { serviceModule } from '@laurel/http';
import { Clock } from '@laurel/runtime';
import { VerificationConfig } from './config.js';
import { OnAccreditationChanged } from './copies/on-accreditation-changed.js';
import { OnAchievementPublished } from './copies/on-achievement-published.js';
import { OnIssuerChanged } from './copies/on-issuer-changed.js';
import { OnProviderChanged } from './copies/on-provider-changed.js';
import { OnCredentialIssued } from './credentials/on-credential-issued.js';
import { OnCredentialStatusChanged } from './credentials/on-credential-status-changed.js';
import { entities, migrations, schema } from './database.js';
import { ForeignKeys } from './dids/foreign-keys.js';
import { fetchSettings } from './fetching/fetch-settings.js';
import { ForeignDocuments } from './fetching/foreign-documents.js';
import { problem } from './problems.js';
import { Copies } from './copies/knowledge.js';
import { Verifications } from './verifications/verifications.js';
import { VerificationsController } from './verifications/verifications.controller.js';

@Module({})
export class VerificationModule {
  static with(config: VerificationConfig): DynamicModule {
    return serviceModule(VerificationModule, {
      config, schema, entities, migrations, problems: problem,
      controllers: [VerificationsController],
      providers: [
        OnProviderChanged, OnAccreditationChanged, OnAchievementPublished, OnIssuerChanged, OnCredentialIssued, OnCredentialStatusChanged,
        Verifications, Copies, ForeignKeys,
        { provide: ForeignDocuments, useFactory: (clock: Clock) => new ForeignDocuments(clock, fetchSettings(config)), inject: [Clock] },
      ],
    });
  }
}

export { VerificationConfig };
