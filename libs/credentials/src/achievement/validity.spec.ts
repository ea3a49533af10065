import { describe, expect, it } from '@jest/globals';
import { validUntil } from './validity.js';

describe('valid until', () => {
  it.each([
    ['2026-11-24T09:30:00.000Z', 'P2Y', '2028-11-24T09:30:00.000Z'],
    ['2026-11-24T09:30:00.000Z', 'P18M', '2028-05-24T09:30:00.000Z'],
    ['2026-11-24T09:30:00.000Z', 'P1Y6M2W3D', '2028-06-10T09:30:00.000Z'],
    ['2028-02-29T00:00:00.000Z', 'P1Y', '2029-02-28T00:00:00.000Z'],
    ['2028-02-29T00:00:00.000Z', 'P4Y', '2032-02-29T00:00:00.000Z'],
    ['2026-01-31T23:59:59.999Z', 'P1M', '2026-02-28T23:59:59.999Z'],
    ['2026-12-31T00:00:00.000Z', 'P2M', '2027-02-28T00:00:00.000Z'],
    ['2026-03-29T01:00:00.000Z', 'P1D', '2026-03-30T01:00:00.000Z'],
    ['2026-11-24T09:30:00.000Z', 'P52W', '2027-11-23T09:30:00.000Z'],
  ])('from %s for %s is %s', (from, duration, until) => expect(validUntil(from, duration)).toBe(until));

  it.each(['', 'P', 'PT5H', '2Y', 'P-1Y', 'P1.5Y', 'P1D1Y', 'p1y', 'P9999Y', 'P99999999999999999999D'])('refuses %j', (duration) => {
    expect(() => validUntil('2026-11-24T09:30:00.000Z', duration)).toThrow(expect.objectContaining({ code: 'invalid-duration' }));
  });
  it('refuses to count from no date', () => expect(() => validUntil('yesterday', 'P1Y')).toThrow(expect.objectContaining({ code: 'invalid-duration' })));
});
