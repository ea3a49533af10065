import type { DynamicModule } from '@nestjs/common';
import { CredentialIssuanceConfig, CredentialIssuanceModule } from '@laurel/credential-issuance';
import type { Deployment } from '@laurel/infra';
import { LearnerRecordsConfig, LearnerRecordsModule } from '@laurel/learner-records';
import { NotificationsConfig, NotificationsModule } from '@laurel/notifications';
import { ProviderRegistryConfig, ProviderRegistryModule } from '@laurel/provider-registry';
import { readConfig } from '@laurel/runtime';
import { VerificationConfig, VerificationModule } from '@laurel/verification';

type EnvironmentOf = Deployment['serviceEnvironment'];

/** Every service, configured by the same variables that a process of its own would have. */
export const servicesOf = (environmentOf: EnvironmentOf): DynamicModule[] => [
  ProviderRegistryModule.with(readConfig(ProviderRegistryConfig, environmentOf('provider-registry'))),
  LearnerRecordsModule.with(readConfig(LearnerRecordsConfig, environmentOf('learner-records'))),
  CredentialIssuanceModule.with(readConfig(CredentialIssuanceConfig, environmentOf('credential-issuance'))),
  VerificationModule.with(readConfig(VerificationConfig, environmentOf('verification'))),
  NotificationsModule.with(readConfig(NotificationsConfig, environmentOf('notifications'))),
];
