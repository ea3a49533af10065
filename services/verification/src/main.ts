import { startService } from '@laurel/http';
import { VerificationConfig, VerificationModule } from './app.module.js';

await startService('verification', VerificationConfig, (config) => VerificationModule.with(config));
