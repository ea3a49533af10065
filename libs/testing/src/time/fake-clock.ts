import { Clock } from '@laurel/runtime';

/** Stands still until it is told otherwise. */
export class FakeClock extends Clock {
  constructor(private time = new Date('2026-11-24T09:00:00.000Z')) {
    super();
  }

  now(): Date {
    return new Date(this.time);
  }

  set(time: Date): void {
    this.time = time;
  }

  /** @param ms milliseconds; negative ones go back */
  advance(ms: number): void {
    this.time = new Date(this.time.getTime() + ms);
  }
}
