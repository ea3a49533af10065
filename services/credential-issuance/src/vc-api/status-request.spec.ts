import { expect, test } from '@jest/globals';
import { statusAfter } from './status-request.js';

test.each([
  ['active', 'revocation', true, 'revoked'],
  ['active', 'revocation', false, 'active'],
  ['active', 'suspension', true, 'suspended'],
  ['active', 'suspension', false, 'active'],
  ['suspended', 'revocation', true, 'revoked'],
  ['suspended', 'revocation', false, 'suspended'],
  ['suspended', 'suspension', true, 'suspended'],
  ['suspended', 'suspension', false, 'active'],
  ['revoked', 'revocation', true, 'revoked'],
  ['revoked', 'revocation', false, undefined],
  ['revoked', 'suspension', true, undefined],
  ['revoked', 'suspension', false, undefined],
] as const)('%s, with %s %s, becomes %s', (now, purpose, value, after) => expect(statusAfter(now, purpose, value)).toBe(after));
