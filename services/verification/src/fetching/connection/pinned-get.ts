import type { LookupAddress } from 'node:dns';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { SecureContext } from 'node:tls';
import { ACCEPT } from './media-type.js';

/** Status, headers, and a body that is still to come. */
export type Answer = IncomingMessage;

export interface Pinned {
  /** Checked; the connection goes to one of them, whatever a name server says by now. */
  readonly addresses: readonly LookupAddress[];
  /** Trust beyond the usual authorities. */
  readonly secureContext?: SecureContext;
  readonly signal: AbortSignal;
}

/** GETs a URL over a connection of its own to a pinned address; the certificate must be the host name's. */
export function pinnedGet(url: URL, { addresses, secureContext, signal }: Pinned): Promise<Answer> {
  const lookup: LookupFunction = (_host, { all }, answer) => {
    const [{ address, family } = { address: '', family: 4 }] = addresses;
    if (all) answer(null, [...addresses]);
    else answer(null, address, family);
  };
  const headers = { accept: ACCEPT, 'accept-encoding': 'identity', 'user-agent': 'Laurel-verification' };
  return new Promise((resolve, reject) => {
    // said here, so that NODE_TLS_REJECT_UNAUTHORIZED cannot unsay it
    const asked = request(url, { agent: false, lookup, signal, headers, rejectUnauthorized: true, ...(secureContext && { secureContext }) }, resolve);
    asked.once('error', reject);
    asked.once('close', () => reject(new Error('closed without an answer')));
    asked.end();
  });
}
