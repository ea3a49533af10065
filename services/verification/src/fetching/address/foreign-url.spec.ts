import { describe, expect, it } from '@jest/globals';
import { foreignUrl } from './foreign-url.js';

describe('foreignUrl', () => {
  it.each([
    ['https://example.com/status/1', 'https://example.com/status/1'],
    ['https://example.com', 'https://example.com/'],
    ['HTTPS://EXAMPLE.com:443/a?b=c#d', 'https://example.com/a?b=c'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
    ['https://0x7f.1/', 'https://127.0.0.1/'],
    ['https://0177.0.0.1/', 'https://127.0.0.1/'],
    ['https://2130706433/', 'https://127.0.0.1/'],
    ['https://127.0.0.1./', 'https://127.0.0.1/'],
    ['https://１２７.０.０.１/', 'https://127.0.0.1/'],
    ['https://ⓛocalhost/', 'https://localhost/'],
    ['https://[0:0:0:0:0:FFFF:7F00:1]/', 'https://[::ffff:7f00:1]/'],
  ])('reads %s as %s', (text, expected) => expect(foreignUrl(text, { anyPort: false }).href).toBe(expected));

  it.each([
    ['http://example.com/', 'fetch-not-https'],
    ['file:///etc/passwd', 'fetch-not-https'],
    ['ftp://example.com/', 'fetch-not-https'],
    ['data:application/json,{}', 'fetch-not-https'],
    ['//example.com/', 'fetch-invalid-url'],
    ['https://', 'fetch-invalid-url'],
    ['', 'fetch-invalid-url'],
    ['https://user@example.com/', 'fetch-invalid-url'],
    ['https://user:password@example.com/', 'fetch-invalid-url'],
    ['https://example.com\\@127.0.0.1/', 'fetch-invalid-url'],
    ['https://example.com/a b', 'fetch-invalid-url'],
    ['https://exa\tmple.com/', 'fetch-invalid-url'],
    [' https://example.com/', 'fetch-invalid-url'],
    ['https://example.com./', 'fetch-invalid-url'],
    ['https://localhost./', 'fetch-invalid-url'],
    ['https://[fe80::1%25eth0]/', 'fetch-invalid-url'],
    ['https://[::1%lo]/', 'fetch-invalid-url'],
    ['https://1.2.3.4.5/', 'fetch-invalid-url'],
    ['https://256.1.1.1/', 'fetch-invalid-url'],
    ['https://xn--/', 'fetch-invalid-url'],
    [`https://example.com/${'a'.repeat(2_048)}`, 'fetch-invalid-url'],
    ['https://example.com:8443/', 'fetch-refused-port'],
    ['https://example.com:22/', 'fetch-refused-port'],
    ['https://example.com:80/', 'fetch-refused-port'],
  ])('refuses %j: %s', (text, code) => {
    expect(() => foreignUrl(text, { anyPort: false })).toThrow(expect.objectContaining({ fault: expect.objectContaining({ code }) }));
  });

  it('takes another port where that is allowed', () => expect(foreignUrl('https://localhost:8443/', { anyPort: true }).port).toBe('8443'));
});
