import type { VerificationConfig } from '../config.js';
import type { FetchSettings } from './foreign-documents.js';

/** What the configuration allows: on the usual one, nothing but public addresses and port 443. */
export const fetchSettings = ({ FETCH_LOOPBACK, FETCH_CA, RATE_LIMITS }: VerificationConfig): FetchSettings => ({
  loopback: FETCH_LOOPBACK === 'allowed',
  anyPort: FETCH_LOOPBACK === 'allowed',
  rates: RATE_LIMITS === 'on',
  ...(FETCH_CA !== undefined && { ca: FETCH_CA }),
});
