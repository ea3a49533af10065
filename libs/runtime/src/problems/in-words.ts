/** What zod says of a value that is not there or of another type, as one would say it. */
export function inWords(message: string): string {
  const [, expected, received] = /^Invalid input: expected (\S+), received (\S+)$/.exec(message) ?? [];
  if (expected === undefined) return message;
  if (received === 'undefined') return 'is missing';
  return received === 'NaN' ? `must be a ${expected}` : `must be of type ${expected}, not ${received}`;
}
