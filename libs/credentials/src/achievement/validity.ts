import { CredentialError } from '../credential-error.js';

const DURATION = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;
const DAY_MS = 86_400_000;

/**
 * The instant until which something holds that holds from `from` for an ISO 8601 duration of years, months, weeks, days,
 * added in that order in UTC. A day that the month does not have becomes its last one: 29 February and `P1Y` give 28 February.
 * Throws `invalid-duration`.
 */
export function validUntil(from: string, duration: string): string {
  const parts = DURATION.exec(duration);
  const start = new Date(from);
  if (!parts || Number.isNaN(start.getTime())) throw new CredentialError('invalid-duration', `cannot add ${duration} to ${from}`);
  const [years, months, weeks, days] = parts.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number];
  const end = new Date(addMonths(start, years * 12 + months).getTime() + (weeks * 7 + days) * DAY_MS);
  if (Number.isNaN(end.getTime()) || end.getUTCFullYear() > 9999) throw new CredentialError('invalid-duration', `${duration} from ${from} is after the year 9999`);
  return end.toISOString();
}

function addMonths(date: Date, months: number): Date {
  const moved = new Date(date);
  moved.setUTCDate(1);
  moved.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(date.getUTCDate(), lastDay));
  return moved;
}
