import { expect, test } from '@jest/globals';
import { contentDisposition } from './file-name.js';

test.each([
  ['First aid', 'png', `attachment; filename="First aid.png"; filename*=UTF-8''First%20aid.png`],
  ['Premiers secours (niveau 3) – été', 'vc-jwt-es256', `attachment; filename="Premiers secours niveau 3  ete.jwt"; filename*=UTF-8''Premiers%20secours%20%28niveau%203%29%20%E2%80%93%20%C3%A9t%C3%A9.jwt`],
  ['"; filename=evil.exe\r\nSet-Cookie: a', 'svg', `attachment; filename="filenameevil.exeSet-Cookie a.svg"; filename*=UTF-8''%22%3B%20filename%3Devil.exe%0D%0ASet-Cookie%3A%20a.svg`],
  ['../../急救', 'sd-jwt-vc', `attachment; filename="credential.sd-jwt"; filename*=UTF-8''..%2F..%2F%E6%80%A5%E6%95%91.sd-jwt`],
  ['First aid', 'ecdsa-sd-2023', undefined],
] as const)('%j as %s is saved as %s', (name, format, expected) => expect(contentDisposition(format, name)).toBe(expected));
