/** A day of the calendar as YYYY-MM-DD, in UTC. */
export const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);

export const daysAgo = (days: number, now = new Date()): string => dayOf(new Date(now.getTime() - days * 86_400_000));

/** This year, so that the story's dates stay past, whenever it is told. */
export const thisYear = new Date().getUTCFullYear();
