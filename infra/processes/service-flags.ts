/**
 * Node's flags for a process of Laurel. What a service makes is garbage soon, and what it keeps lies in PostgreSQL: a
 * nursery of 4 MB a half rather than 16 keeps the standalone process some 30 MB smaller, for 4 % of its rate
 * (measured with `npm run demo` and `npm run bench -- --only P7-plain`). `npm start` and the Dockerfile say the same.
 */
export const SERVICE_FLAGS: readonly string[] = ['--max-semi-space-size=4'];
