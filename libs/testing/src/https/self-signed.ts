import { generate } from 'selfsigned';

/** A key and a certificate, both PEM, that only those trust who are told to. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** A certificate for host names, 127.0.0.1 and ::1, good for a year. */
export async function selfSigned(names: readonly string[] = ['localhost']): Promise<Certificate> {
  const altNames = [...names.map((value) => ({ type: 2 as const, value })), { type: 7 as const, ip: '127.0.0.1' }, { type: 7 as const, ip: '::1' }];
  const { private: key, cert } = await generate([{ name: 'commonName', value: names[0] ?? 'localhost' }], { keyType: 'ec', algorithm: 'sha256', extensions: [{ name: 'subjectAltName', altNames }] });
  return { key, cert };
}
