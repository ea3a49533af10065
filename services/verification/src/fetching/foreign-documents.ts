import type { Clock } from '@laurel/runtime';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import { checkedAddresses } from './address/checked-addresses.js';
import { foreignUrl } from './address/foreign-url.js';
import { resolveHost, type ResolveHost } from './address/resolve-host.js';
import { pinnedGet } from './connection/pinned-get.js';
import { readAnswer } from './connection/read-answer.js';
import { FetchError, fetchFault, type FetchFault } from './fetch-fault.js';
import { isFetched, type Fetched, type FetchOptions, type ForeignDocument } from './foreign-document.js';
import { DocumentCache } from './keeping/document-cache.js';
import { Flights } from './keeping/flights.js';
import { freshFor } from './keeping/freshness.js';
import { LimitReached, Limits, type Limit } from './keeping/limits.js';

export interface FetchSettings {
  /** Whether 127.0.0.0/8 and ::1 are allowed. */
  readonly loopback: boolean;
  /** Whether ports other than 443 are. */
  readonly anyPort: boolean;
  /** A certificate (PEM) to trust besides the usual authorities. */
  readonly ca?: string;
  /** Whether the number of fetches in a minute is limited, or only those at once. */
  readonly rates?: boolean;
  readonly resolve?: ResolveHost;
  /** For DNS, connection, waiting and body together. */
  readonly deadlineMs?: number;
}

const [PER_HOST, PER_ADDRESS, IN_ALL]: [Limit, Limit, Limit] = [{ atOnce: 6, perMinute: 120 }, { atOnce: 24, perMinute: 600 }, { atOnce: 128, perMinute: 6_000 }];
const MOST_KEPT = { documents: 2_000, bytes: 32 * 1024 * 1024 };
/** How long a fault is remembered, and the weight of one, in seconds and bytes. */
const [FAULT_SECONDS, FAULT_BYTES] = [10, 512];

/**
 * The only fetcher of foreign documents: DID documents, status lists, JSON schemas, whatever a stranger's credential points to.
 * https to public addresses on port 443, resolved once and pinned, 3 s, 1 MB, no redirects, JSON and JWT alone.
 */
export class ForeignDocuments {
  private readonly cache = new DocumentCache<Fetched>(MOST_KEPT);
  private readonly flights = new Flights<Fetched>();
  private readonly secureContext?: SecureContext;
  private readonly hosts: Limits;
  private readonly addresses: Limits;
  private readonly all: Limits;

  constructor(
    private readonly clock: Clock,
    private readonly settings: FetchSettings,
  ) {
    if (settings.ca !== undefined) this.secureContext = createSecureContext({ ca: [...rootCertificates, settings.ca] });
    [this.hosts, this.addresses, this.all] = [PER_HOST, PER_ADDRESS, IN_ALL].map((limit) => new Limits(clock, settings.rates === false ? { ...limit, perMinute: Infinity } : limit)) as [Limits, Limits, Limits];
  }

  /** The document at an https URL, JSON or JWT, or why there is none. Rejects only where `signal` is aborted. */
  async document(url: string, { signal, since, notBefore }: FetchOptions = {}): Promise<Fetched> {
    signal?.throwIfAborted();
    let target: URL;
    try {
      target = foreignUrl(url, this.settings);
    } catch (error) {
      return faultOf(error, url);
    }
    const kept = this.cache.get(target.href, this.clock.now(), since);
    if (kept && !(notBefore && isFetched(kept) && kept.askedAt < notBefore)) return kept;
    return this.flights.join(target.href, (left) => this.fetch(target, left), signal);
  }

  /** Like `document`, where only JSON will do: DID documents, JSON schemas. */
  async json(url: string, options?: FetchOptions): Promise<(ForeignDocument & { readonly form: 'json' }) | FetchFault> {
    const fetched = await this.document(url, options);
    if (isFetched(fetched) && fetched.form !== 'json') return fetchFault('fetch-media-type', { host: new URL(fetched.url).host, type: 'application/jwt' });
    return fetched;
  }

  private async fetch(url: URL, left: AbortSignal): Promise<Fetched> {
    const askedAt = this.clock.now();
    const deadline = AbortSignal.timeout(this.settings.deadlineMs ?? 3_000);
    try {
      const { bytes, seconds, ...content } = await this.answer(url, AbortSignal.any([left, deadline]));
      const freshUntil = later(askedAt, seconds);
      const result = { url: url.href, askedAt, freshUntil, ...content };
      this.cache.put(url.href, { result, bytes, askedAt, freshUntil });
      return result;
    } catch (error) {
      const result = deadline.aborted && !(error instanceof FetchError || error instanceof LimitReached) ? fetchFault('fetch-timeout', { host: url.host }) : faultOf(error, url.host);
      // what hung on us rather than on them is no news about them
      if (!left.aborted && result.code !== 'fetch-limit') this.cache.put(url.href, { result, bytes: FAULT_BYTES, askedAt, freshUntil: later(askedAt, FAULT_SECONDS) });
      return result;
    }
  }

  private answer(url: URL, signal: AbortSignal) {
    const { resolve = resolveHost, loopback } = this.settings;
    return this.hosts.within(url.host, signal, async () => {
      const addresses = await checkedAddresses(url, { resolve, loopback, signal });
      return this.addresses.within(addresses[0]?.address ?? '', signal, () =>
        this.all.within('', signal, async () => {
          const answer = await pinnedGet(url, { addresses, signal, ...(this.secureContext && { secureContext: this.secureContext }) });
          const { content, bytes } = await readAnswer(answer, url.host);
          return { ...content, bytes, seconds: freshFor(answer.headers, this.clock.now()) };
        }));
    });
  }
}

const later = (time: Date, seconds: number): Date => new Date(time.getTime() + seconds * 1_000);

function faultOf(error: unknown, host: string): FetchFault {
  if (error instanceof FetchError) return error.fault;
  if (error instanceof LimitReached) return fetchFault('fetch-limit', { host });
  const { code } = error as { readonly code?: unknown };
  return fetchFault('fetch-failed', { host, reason: typeof code === 'string' ? code : { code: 'no-answer' } });
}
