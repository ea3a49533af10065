import { Module, type DynamicModule } from '@nestjs/common';
import { serviceModule, Standing } from '@laurel/http';
import { OnAchievementPublished } from './achievements/on-achievement-published.js';
import { LearnerRecordsConfig } from './config.js';
import { entities, migrations, schema } from './database.js';
import { Learners } from './learners/learners.js';
import { Seal } from './learners/seal.js';
import { OnOutcomeRefused } from './outcomes/on-outcome-refused.js';
import { Outcomes } from './outcomes/outcomes.js';
import { OutcomesController } from './outcomes/outcomes.controller.js';
import { OutcomeRecorder } from './outcomes/recorder.js';
import { SubmitOutcomes } from './outcomes/submit-outcomes.js';
import { CityIdentity } from './open-badges/city-identity.js';
import { OpenBadgesController } from './open-badges/open-badges.controller.js';
import { Profiles } from './open-badges/profiles.js';
import { WalletMetadataController } from './open-badges/wallet-metadata.controller.js';
import { problem } from './problems.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignIns, SignInSettings } from './sign-in/sign-ins.js';
import { KnownStanding } from './standing/known-standing.js';
import { OnStandingChanged } from './standing/on-standing-changed.js';
import { OnCredentialIssued } from './transcripts/on-credential-issued.js';
import { OnCredentialStatusChanged } from './transcripts/on-credential-status-changed.js';
import { Transcripts } from './transcripts/transcripts.js';
import { TranscriptsController } from './transcripts/transcripts.controller.js';
import { Consents } from './wallets/consent/consents.js';
import { ConsentsController } from './wallets/consent/consents.controller.js';
import { ConnectedWalletsController } from './wallets/grants/connected-wallets.controller.js';
import { Grants } from './wallets/grants/grants.js';
import { WalletTokens } from './wallets/grants/wallet-tokens.js';
import { WalletTokensController } from './wallets/grants/wallet-tokens.controller.js';
import { RegistrationsController } from './wallets/registration/registrations.controller.js';
import { Wallets } from './wallets/registration/wallets.js';

@Module({})
export class LearnerRecordsModule {
  static with(config: LearnerRecordsConfig): DynamicModule {
    return serviceModule(LearnerRecordsModule, {
      config, schema, entities, migrations, problems: problem,
      controllers: [
        OutcomesController, TranscriptsController, SignInController, OpenBadgesController, WalletMetadataController, RegistrationsController, ConsentsController, WalletTokensController,
        ConnectedWalletsController,
      ],
      providers: [
        Learners, OutcomeRecorder, SubmitOutcomes, Outcomes, Transcripts, SignIns, Profiles, Wallets, Grants, Consents, WalletTokens,
        OnAchievementPublished, OnStandingChanged, OnCredentialIssued, OnCredentialStatusChanged, OnOutcomeRefused,
        { provide: CityIdentity, useValue: new CityIdentity(config.CITY_NAME, config.TERMS_URL, config.PRIVACY_URL) },
        { provide: Seal, useValue: new Seal(config.CONTACT_KEY) },
        { provide: SignInSettings, useValue: new SignInSettings(config) },
        { provide: Standing, useClass: KnownStanding },
      ],
    });
  }
}

export { LearnerRecordsConfig };
