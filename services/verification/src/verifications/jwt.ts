import { z } from 'zod';

const JWS = /^([\w-]+)\.[\w-]+\.[\w-]*$/;
const Header = z.looseObject({ alg: z.string() });

/** Whether something is a JWT by its form: a JWS in compact serialization (RFC 7515 section 7.1) whose header names an algorithm. */
export function isJwt(value: unknown): value is string {
  const [, header] = (typeof value === 'string' && JWS.exec(value)) || [];
  if (header === undefined) return false;
  try {
    return Header.safeParse(JSON.parse(Buffer.from(header, 'base64url').toString())).success;
  } catch {
    return false;
  }
}
