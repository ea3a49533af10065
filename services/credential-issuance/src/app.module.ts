import { ContextSet, contextsWith } from '@laurel/credentials';
import { Module, type DynamicModule } from '@nestjs/common';
import { serviceModule, Standing } from '@laurel/http';
import { Database, PublicOrigin } from '@laurel/runtime';
import { CredentialIssuanceConfig } from './config.js';
import { Credentials } from './credentials/credentials.js';
import { CredentialsController } from './credentials/credentials.controller.js';
import { CredentialTypesController } from './credentials/formats/credential-types.controller.js';
import { SecuredCredentials } from './credentials/formats/secured-credentials.js';
import { IssueCredentials } from './credentials/issue-credentials.js';
import { RevokeCredentials } from './credentials/revoke-credentials.js';
import { entities, migrations, schema } from './database.js';
import { KnownStanding } from './facts/known-standing.js';
import { OnAccreditationChanged } from './facts/on-accreditation-changed.js';
import { OnAccessWithdrawn } from './facts/on-access-withdrawn.js';
import { OnAchievementPublished } from './facts/on-achievement-published.js';
import { OnClientRevoked } from './facts/on-client-revoked.js';
import { OnProviderChanged } from './facts/on-provider-changed.js';
import { City } from './issuers/city.js';
import { Issuers } from './issuers/issuers.js';
import { IssuersController } from './issuers/issuers.controller.js';
import { KeySeal } from './issuers/key-seal.js';
import { Signatory } from './issuers/signatory.js';
import { OpenBadges } from './open-badges/open-badges.js';
import { OpenBadgesController } from './open-badges/open-badges.controller.js';
import { Decisions } from './outcomes/decisions.js';
import { OnOutcomeRecorded } from './outcomes/on-outcome-recorded.js';
import { OnOutcomeWithdrawn } from './outcomes/on-outcome-withdrawn.js';
import { OnRegistryComplete } from './outcomes/on-registry-complete.js';
import { problem } from './problems.js';
import { Records } from './records/records.js';
import { RecordsController } from './records/records.controller.js';
import { StatusLists } from './status-lists/status-lists.js';
import { StatusListsController } from './status-lists/status-lists.controller.js';
import { TakePlaces } from './status-lists/take-places.js';
import { TokenStatusLists } from './status-lists/token-status-lists.js';
import { TokenStatusListsController } from './status-lists/token-status-lists.controller.js';
import { AttestationsController } from './vc-api/attestations.controller.js';
import { ChangeStatuses } from './vc-api/change-statuses.js';
import { DerivationsController } from './vc-api/derive/derivations.controller.js';
import { EndpointKeys } from './vc-api/endpoint-keys.js';
import { IssueAttestations } from './vc-api/issue-attestations.js';
import { VocabulariesController } from './vocabularies/vocabularies.controller.js';

@Module({})
export class CredentialIssuanceModule {
  static with(config: CredentialIssuanceConfig): DynamicModule {
    return serviceModule(CredentialIssuanceModule, {
      config, schema, entities, migrations, problems: problem,
      controllers: [CredentialsController, CredentialTypesController, StatusListsController, TokenStatusListsController, IssuersController, VocabulariesController, AttestationsController, DerivationsController, RecordsController, OpenBadgesController],
      providers: [
        OnProviderChanged, OnAccreditationChanged, OnAchievementPublished, OnClientRevoked, OnAccessWithdrawn, OnOutcomeRecorded, OnOutcomeWithdrawn, OnRegistryComplete,
        Decisions, Credentials, SecuredCredentials, IssueCredentials, RevokeCredentials, StatusLists, TokenStatusLists, TakePlaces, Issuers, Signatory,
        EndpointKeys, IssueAttestations, ChangeStatuses, Records, OpenBadges,
        { provide: City, useFactory: (database: Database, issuers: Issuers, origin: PublicOrigin) => new City(database, issuers, origin, config.CITY_NAME), inject: [Database, Issuers, PublicOrigin] },
        { provide: KeySeal, useValue: new KeySeal(config.KEY_ENCRYPTION_KEY) },
        { provide: Standing, useClass: KnownStanding },
        { provide: ContextSet, useFactory: () => contextsWith(config.CONTEXTS ?? []) },
      ],
    });
  }
}

export { CredentialIssuanceConfig };
/** The seam at which a benchmark may put a signer of its own (flow.md, decision 12). */
export { Signatory };
