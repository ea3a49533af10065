import { column, instant } from '@laurel/runtime';
import { EntitySchema } from 'typeorm';
import type { Message } from './message.js';

export const MessageTable = new EntitySchema<Message>({
  name: 'messages',
  columns: {
    id: column('uuid', { primary: true }),
    eventId: column('uuid', { name: 'event_id' }),
    recipient: column('uuid'),
    learnerId: column('uuid', { name: 'learner_id', nullable: true }),
    credentialId: column('uuid', { name: 'credential_id', nullable: true }),
    content: column('jsonb'),
    sealed: column('text', { nullable: true }),
    traceparent: column('text', { nullable: true }),
    createdAt: instant({ name: 'created_at' }),
  },
});
