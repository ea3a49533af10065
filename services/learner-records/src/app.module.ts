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
import { problem } from './problems.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignIns, SignInSettings } from './sign-in/sign-ins.js';
import { KnownStanding } from './standing/known-standing.js';
import { OnStandingChanged } from './standing/on-standing-changed.js';
import { OnCredentialIssued } from './transcripts/on-credential-issued.js';
import { OnCredentialStatusChanged } from './transcripts/on-credential-status-changed.js';
import { Transcripts } from './transcripts/transcripts.js';
import { TranscriptsController } from './transcripts/transcripts.controller.js';

@Module({})
export class LearnerRecordsModule {
  static with(config: LearnerRecordsConfig): DynamicModule {
    return serviceModule(LearnerRecordsModule, {
      config, schema, entities, migrations, problems: problem,
      controllers: [OutcomesController, TranscriptsController, SignInController],
      providers: [
        Learners, OutcomeRecorder, SubmitOutcomes, Outcomes, Transcripts, SignIns,
        OnAchievementPublished, OnStandingChanged, OnCredentialIssued, OnCredentialStatusChanged, OnOutcomeRefused,
        { provide: Seal, useValue: new Seal(config.CONTACT_KEY) },
        { provide: SignInSettings, useValue: new SignInSettings(config) },
        { provide: Standing, useClass: KnownStanding },
      ],
    });
  }
}

export { LearnerRecordsConfig };
