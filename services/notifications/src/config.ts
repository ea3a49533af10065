import { SecretKey, ServiceConfig } from '@laurel/runtime';
import { z } from 'zod';

export const NotificationsConfig = ServiceConfig.extend({
  CONTACT_KEY: SecretKey.meta({ description: '32 bytes in base64url, shared with learner-records: opens addresses and sign-in codes', secret: true }),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional().meta({ description: 'mail server, smtp:// or smtps://, with user and password where it wants them', secret: true }),
  MAIL_FOLDER: z.string().min(1).optional().meta({ description: 'folder for mails as .eml files, where there is no mail server' }),
  MAIL_FROM: z.string().min(3).default('Laurel <no-reply@localhost>').meta({ description: 'sender of every mail, with a domain that the mail server may send for' }),
}).refine(({ SMTP_URL, MAIL_FOLDER }) => (SMTP_URL === undefined) !== (MAIL_FOLDER === undefined), { path: ['SMTP_URL'], message: 'give either SMTP_URL or MAIL_FOLDER' });
export type NotificationsConfig = z.infer<typeof NotificationsConfig>;
