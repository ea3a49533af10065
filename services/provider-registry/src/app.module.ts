import { Module, type DynamicModule } from '@nestjs/common';
import { serviceModule, Standing } from '@laurel/http';
import { Accreditations } from './accreditations/accreditations.js';
import { AccreditationsController } from './accreditations/accreditations.controller.js';
import { Achievements } from './achievements/achievements.js';
import { AchievementsController } from './achievements/achievements.controller.js';
import { Clients } from './clients/clients.js';
import { ClientsController } from './clients/clients.controller.js';
import { ProviderRegistryConfig, readOperator } from './config.js';
import { entities, migrations, schema } from './database.js';
import { problem } from './problems.js';
import { Providers } from './providers/providers.js';
import { ProvidersController } from './providers/providers.controller.js';
import { OnRegistryAsked } from './questions/on-registry-asked.js';
import { RegistryStanding } from './registry-standing.js';
import { TokensController } from './tokens/tokens.controller.js';
import { Tokens, TokenSecrets } from './tokens/tokens.js';

@Module({})
export class ProviderRegistryModule {
  static with(config: ProviderRegistryConfig): DynamicModule {
    return serviceModule(ProviderRegistryModule, {
      config, schema, entities, migrations, problems: problem,
      controllers: [ProvidersController, AccreditationsController, AchievementsController, ClientsController, TokensController],
      providers: [
        Providers, Accreditations, Achievements, Clients, Tokens, OnRegistryAsked,
        { provide: TokenSecrets, useValue: new TokenSecrets(readOperator(config.OPERATOR_FILE), config.CLIENT_TOKEN_KEY) },
        { provide: Standing, useClass: RegistryStanding },
      ],
    });
  }
}

export { ProviderRegistryConfig };
