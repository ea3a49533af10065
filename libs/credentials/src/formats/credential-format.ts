import { z } from 'zod';

/** The forms in which one credential can be had; the first is the one that is stored. */
export const CredentialFormat = z.enum([
  'eddsa-rdfc-2022',
  'eddsa-jcs-2022',
  'ecdsa-rdfc-2019',
  'ecdsa-jcs-2019',
  'ecdsa-rdfc-2019-p384',
  'ecdsa-jcs-2019-p384',
  'ecdsa-sd-2023',
  'vc-jwt-eddsa',
  'vc-jwt-es256',
  'sd-jwt-vc',
  'png',
  'svg',
]);
export type CredentialFormat = z.infer<typeof CredentialFormat>;
