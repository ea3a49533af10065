import { startService } from '@laurel/http';
import { NotificationsConfig, NotificationsModule } from './app.module.js';

await startService('notifications', NotificationsConfig, (config) => NotificationsModule.with(config));
