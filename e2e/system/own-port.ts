import { freePort } from '@laurel/infra';
import { randomInt } from 'node:crypto';

/**
 * A free port below those that the kernel gives to outgoing connections (32768 and up on Linux): a Laurel that is killed
 * must find its port free again, and not taken by a client that knocks on it meanwhile.
 */
export const ownPort = (): Promise<number> => freePort('127.0.0.1', randomInt(15_000, 32_000));
