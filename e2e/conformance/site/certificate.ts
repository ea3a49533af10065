import { generate } from 'selfsigned';

/** A key and a certificate (PEM) that only those trust who are told to. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** One for localhost and 127.0.0.1, good for a week: it protects nothing, it only makes the addresses https. */
export async function certificateForLocalhost(): Promise<Certificate> {
  const notAfterDate = new Date(Date.now() + 7 * 86_400_000);
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec', algorithm: 'sha256', notAfterDate,
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }, { type: 7, ip: '127.0.0.1' }] }],
  });
  return { key, cert };
}
