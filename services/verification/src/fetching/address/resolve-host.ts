import { Resolver } from 'node:dns/promises';

/** All addresses of a host name, IPv4 first; none where it has none. The fetcher asks once and connects to no other. */
export type ResolveHost = (host: string, signal: AbortSignal) => Promise<readonly string[]>;

/**
 * Asks the name servers of the machine for A and AAAA. It takes neither hosts files nor search domains into account, and
 * none of libuv's few threads, which a slow name server would keep from everybody else.
 */
export const resolveHost: ResolveHost = async (host, signal) => {
  // RFC 6761 section 6.3: the name never leaves the machine
  if (/(^|\.)localhost$/.test(host)) return ['127.0.0.1', '::1'];
  const resolver = new Resolver({ timeout: 500, tries: 2 });
  const cancel = () => resolver.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  } finally {
    signal.removeEventListener('abort', cancel);
  }
};
