import { Counter, Gauge } from 'prom-client';

export const metrics = {
  attempts: new Counter({ name: 'laurel_mails_total', help: 'Tries to send a mail, by what became of them', labelNames: ['became'] }),
  deliveries: new Gauge({ name: 'laurel_deliveries', help: 'Messages that wait for an address, are queued, or failed for good', labelNames: ['state'] }),
};
