import type { LookupAddress } from 'node:dns';
import { FetchError } from '../fetch-fault.js';
import { isLoopback, isPublicAddress } from './public-address.js';
import type { ResolveHost } from './resolve-host.js';

/**
 * The addresses of a URL's host, asked for once and every one of them checked: a host with one that is not public is refused
 * whole. What they are is not told, so that nobody maps a network through us.
 * @throws FetchError `fetch-refused-address`, `fetch-failed`
 */
export async function checkedAddresses({ hostname, host }: URL, { resolve, loopback, signal }: { readonly resolve: ResolveHost; readonly loopback: boolean; readonly signal: AbortSignal }): Promise<LookupAddress[]> {
  const literal = hostname.startsWith('[') ? hostname.slice(1, -1) : /^[\d.]+$/.test(hostname) ? hostname : undefined;
  const addresses = literal === undefined ? await untilAborted(resolve(hostname, signal), signal) : [literal];
  if (addresses.length === 0) throw new FetchError('fetch-failed', { host, reason: { code: 'no-address' } });
  const allowed = (address: string) => isPublicAddress(address) || (loopback && isLoopback(address));
  if (!addresses.every(allowed)) throw new FetchError('fetch-refused-address', { host });
  return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
}

/** A name server has its time, and no more, whether or not it hears of the end. */
function untilAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const end = () => reject(signal.reason);
    signal.addEventListener('abort', end, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
  });
}
