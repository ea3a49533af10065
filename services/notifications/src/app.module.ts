import { Module, type DynamicModule } from '@nestjs/common';
import { serviceModule, Standing } from '@laurel/http';
import { createLogger } from '@laurel/runtime';
import { Addresses } from './addresses/addresses.js';
import { OnContactChanged } from './addresses/on-contact-changed.js';
import { Seals } from './addresses/seals.js';
import { NotificationsConfig } from './config.js';
import { entities, migrations, schema } from './database.js';
import { Bell } from './deliveries/bell.js';
import { Deliverers } from './deliveries/deliverers.js';
import { Deliveries } from './deliveries/deliveries.js';
import { DeliveryLog } from './deliveries/delivery-log.js';
import { DeliveryRound } from './deliveries/delivery-round.js';
import { MailWriter } from './deliveries/mail-writer.js';
import { LearnerStanding } from './learner-standing.js';
import { Messages } from './messages/messages.js';
import { MessagesController } from './messages/messages.controller.js';
import { OnCredentialIssued } from './messages/on-credential-issued.js';
import { OnCredentialStatusChanged } from './messages/on-credential-status-changed.js';
import { OnSignInRequested } from './messages/on-sign-in-requested.js';
import { Post } from './post/post.js';
import { problem } from './problems.js';

@Module({})
export class NotificationsModule {
  static with(config: NotificationsConfig): DynamicModule {
    return serviceModule(NotificationsModule, {
      config, schema, entities, migrations, problems: problem,
      controllers: [MessagesController],
      providers: [
        Addresses, Bell, Deliveries, DeliveryRound, Deliverers, MailWriter, Messages,
        OnContactChanged, OnCredentialIssued, OnCredentialStatusChanged, OnSignInRequested,
        { provide: Seals, useValue: new Seals(config.CONTACT_KEY) },
        { provide: Post, useFactory: () => postOf(config) },
        { provide: DeliveryLog, useValue: new DeliveryLog(createLogger('notifications', config.LOG_LEVEL)) },
        { provide: Standing, useClass: LearnerStanding },
      ],
    });
  }
}

/** The configuration allows exactly one of the two; each brings libraries that the other need not hold in memory. */
async function postOf({ SMTP_URL, MAIL_FOLDER, MAIL_FROM }: NotificationsConfig): Promise<Post> {
  if (SMTP_URL === undefined) return new (await import('./post/folder-post.js')).FolderPost(MAIL_FOLDER ?? '', MAIL_FROM);
  return new (await import('./post/smtp-post.js')).SmtpPost(SMTP_URL, MAIL_FROM);
}

export { NotificationsConfig };
