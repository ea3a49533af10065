import { ContextSet, contextsWith } from '@laurel/credentials';
import { Module, type DynamicModule } from '@nestjs/common';
import { serviceModule } from '@laurel/http';
import { Clock } from '@laurel/runtime';
import { VerificationConfig } from './config.js';
import { OnAccreditationChanged } from './copies/on-accreditation-changed.js';
import { OnAchievementPublished } from './copies/on-achievement-published.js';
import { OnIssuerChanged } from './copies/on-issuer-changed.js';
import { OnProviderChanged } from './copies/on-provider-changed.js';
import { OnAttestationIssued } from './credentials/on-attestation-issued.js';
import { OnAttestationStatusChanged } from './credentials/on-attestation-status-changed.js';
import { OnCredentialIssued } from './credentials/on-credential-issued.js';
import { OnCredentialStatusChanged } from './credentials/on-credential-status-changed.js';
import { entities, migrations, schema } from './database.js';
import { ForeignKeys } from './dids/foreign-keys.js';
import { DidResolver } from './dids/resolving/did-resolver.js';
import { DidUrls } from './dids/resolving/did-urls.js';
import { DidsController } from './dids/resolving/dids.controller.js';
import { fetchSettings } from './fetching/fetch-settings.js';
import { ForeignDocuments } from './fetching/foreign-documents.js';
import { problem } from './problems.js';
import { Copies } from './copies/knowledge.js';
import { Verifications } from './verifications/verifications.js';
import { Examiner } from './examining/examiner.js';
import { ForeignSchemas } from './schemas/foreign-schemas.js';
import { SchemaWorkers } from './schemas/applying/schema-workers.js';
import { ForeignStanding } from './standing/foreign-standing.js';
import { Presentations } from './presentations/presentations.js';
import { PresentationsController } from './presentations/presentations.controller.js';
import { VcApiController } from './vc-api/vc-api.controller.js';
import { VcApiVerifier } from './vc-api/vc-api-verifier.js';
import { Keys } from './verifications/keys.js';
import { VerificationsController } from './verifications/verifications.controller.js';
import { VerifyBatch } from './verifications/verify-batch.js';

@Module({})
export class VerificationModule {
  static with(config: VerificationConfig): DynamicModule {
    return serviceModule(VerificationModule, {
      config, schema, entities, migrations, problems: problem,
      controllers: [VerificationsController, PresentationsController, VcApiController, DidsController],
      providers: [
        OnProviderChanged, OnAccreditationChanged, OnAchievementPublished, OnIssuerChanged, OnCredentialIssued, OnCredentialStatusChanged,
        OnAttestationIssued, OnAttestationStatusChanged,
        Verifications, VerifyBatch, Presentations, VcApiVerifier, Copies, Keys, ForeignKeys, ForeignStanding, ForeignSchemas, DidResolver, DidUrls,
        { provide: Examiner, useFactory: () => new Examiner(config.CONTEXTS) },
        { provide: SchemaWorkers, useFactory: () => new SchemaWorkers() },
        { provide: ForeignDocuments, useFactory: (clock: Clock) => new ForeignDocuments(clock, fetchSettings(config)), inject: [Clock] },
        { provide: ContextSet, useFactory: () => contextsWith(config.CONTEXTS ?? []) },
      ],
    });
  }
}

export { VerificationConfig };
