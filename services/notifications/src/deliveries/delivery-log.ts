import type { Logger } from '@laurel/runtime';

/** Where deliveries tell how they fare, without addresses. */
export class DeliveryLog {
  constructor(readonly to: Logger) {}
}
