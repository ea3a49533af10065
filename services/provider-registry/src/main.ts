import { startService } from '@laurel/http';
import { ProviderRegistryConfig, ProviderRegistryModule } from './app.module.js';

await startService('provider-registry', ProviderRegistryConfig, (config) => ProviderRegistryModule.with(config));
