import { startService } from '@laurel/http';
import { LearnerRecordsConfig, LearnerRecordsModule } from './app.module.js';

await startService('learner-records', LearnerRecordsConfig, (config) => LearnerRecordsModule.with(config));
