import { expect, it } from '@jest/globals';
import { readConfig } from '@laurel/runtime';
import { VerificationConfig } from '../config.js';
import { fetchSettings } from './fetch-settings.js';

const needed = { PUBLIC_ORIGIN: 'https://laurel.example', DATABASE_URL: 'postgres://a', DATABASE_PIPELINE_URL: 'postgres://b', DATABASE_OWNER_URL: 'postgres://c', JWKS_FILE: 'jwks.json' };
const CERTIFICATE = '-----BEGIN CERTIFICATE-----\n';

it.each([
  [{}, { loopback: false, anyPort: false, rates: true }],
  [{ FETCH_LOOPBACK: 'refused', RATE_LIMITS: 'off' }, { loopback: false, anyPort: false, rates: false }],
  [{ FETCH_LOOPBACK: 'allowed', FETCH_CA: CERTIFICATE }, { loopback: true, anyPort: true, rates: true, ca: CERTIFICATE }],
])('the environment %j allows %j', (environment, settings) => expect(fetchSettings(readConfig(VerificationConfig, { ...needed, ...environment }))).toEqual(settings));

it.each([{ FETCH_LOOPBACK: 'on' }, { FETCH_CA: '/etc/ca.pem' }])('the environment %j is wrong', (environment) => {
  expect(() => readConfig(VerificationConfig, { ...needed, ...environment })).toThrow(Object.keys(environment)[0]);
});
