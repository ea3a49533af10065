import { messagingMigration } from '@laurel/messaging';
import { AddressTable } from './addresses/address.table.js';
import { DeliveryTable } from './deliveries/delivery.table.js';
import { MessageTable } from './messages/message.table.js';
import { Messages0001 } from './migrations/0001-messages.js';

export const schema = 'notifications';
export const entities = [AddressTable, MessageTable, DeliveryTable];
export const migrations = [messagingMigration(schema), Messages0001];
