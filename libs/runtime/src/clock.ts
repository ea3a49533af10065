import { v7 } from 'uuid';

/** The time, as a dependency: tests set it, nothing else in the product asks the machine. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** A new UUIDv7 (RFC 9562 section 5.7): sortable by the time at which it was made. */
export const newId = (): string => v7();
