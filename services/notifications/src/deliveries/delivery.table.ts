import { column, instant } from '@laurel/runtime';
import { EntitySchema } from 'typeorm';
import type { Delivery } from './delivery.js';

export const DeliveryTable = new EntitySchema<Delivery>({
  name: 'deliveries',
  columns: {
    messageId: column('uuid', { name: 'message_id', primary: true }),
    learnerId: column('uuid', { name: 'learner_id', nullable: true }),
    state: column('text'),
    urgent: column('boolean'),
    tries: column('int'),
    dueAt: instant({ name: 'due_at' }),
    giveUpAt: instant({ name: 'give_up_at' }),
    settledAt: instant({ name: 'settled_at', nullable: true }),
    fault: column('text', { nullable: true }),
  },
});
