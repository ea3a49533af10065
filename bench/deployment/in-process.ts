import { InProcessTransport, type Transport } from '@laurel/messaging';
import { createLogger } from '@laurel/runtime';
import type { BenchDatabase } from './bed.js';

export const silent = createLogger('bench', 'silent');

export const inProcess = ({ urls }: BenchDatabase): Promise<Transport> => InProcessTransport.open(urls['event-log'], silent);
