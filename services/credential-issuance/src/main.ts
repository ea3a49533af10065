import { startService } from '@laurel/http';
import { CredentialIssuanceConfig, CredentialIssuanceModule } from './app.module.js';

await startService('credential-issuance', CredentialIssuanceConfig, (config) => CredentialIssuanceModule.with(config));
