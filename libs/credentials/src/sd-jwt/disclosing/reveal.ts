import { below, isList, isObject, type Json, type JsonObject } from '../../document/json.js';
import { MAX_DEPTH } from '../../document/members.js';
import { fault, type Fault } from '../../words/fault.js';
import { DIGEST_ALGORITHM, type Disclosure } from './disclosure.js';
import { isReserved } from './reserved.js';

/** A disclosure in its place. */
export interface PlacedDisclosure {
  /** JSON Pointer into the revealed claims. */
  readonly pointer: string;
  readonly disclosure: Disclosure;
}

/** What the issuer signed, as far as it is shown. */
export interface Revealed {
  readonly claims: JsonObject;
  /** What was disclosed, outer before inner. */
  readonly placed: readonly PlacedDisclosure[];
  /** Digests of which nothing is shown; decoys count too. */
  readonly withheld: number;
  readonly faults: readonly Fault[];
}

/**
 * Puts disclosures into the places of their digests (RFC 9901 section 7.1, steps 3 to 5): each digest once, each disclosure
 * signed for and in its own form, no claim over another. Whatever is wrong is told, and the rest still revealed.
 */
export function reveal({ _sd_alg: algorithm, ...signed }: JsonObject, disclosures: readonly Disclosure[]): Revealed {
  const search = new Search(disclosures);
  if (algorithm !== undefined && algorithm !== DIGEST_ALGORITHM) search.faults.push(fault('unsupported-digest', { algorithm: String(algorithm) }));
  const claims = search.object(signed, '', 1);
  if (search.placed.length < disclosures.length) search.faults.push(fault('unsigned-disclosure'));
  return { claims, placed: search.placed, withheld: search.withheld, faults: search.faults };
}

class Search {
  readonly faults: Fault[] = [];
  readonly placed: PlacedDisclosure[] = [];
  withheld = 0;
  readonly #byDigest: ReadonlyMap<string, Disclosure>;
  readonly #seen = new Set<string>();

  constructor(disclosures: readonly Disclosure[]) {
    this.#byDigest = new Map(disclosures.map((each) => [each.digest, each]));
  }

  object({ _sd: digests, ...signed }: JsonObject, pointer: string, depth: number): JsonObject {
    const members = new Map<string, Json>();
    for (const [name, value] of Object.entries(signed)) {
      if (isReserved(name)) this.faults.push(fault('reserved-claim', { claim: name }));
      else members.set(name, this.#value(value, below(pointer, name), depth));
    }
    if (digests !== undefined && !(isList(digests) && digests.every((digest) => typeof digest === 'string'))) this.faults.push(fault('invalid-claim', { claim: '_sd' }));
    else for (const digest of digests ?? []) this.#insert(String(digest), members, pointer, depth);
    return Object.fromEntries(members);
  }

  #insert(digest: string, members: Map<string, Json>, pointer: string, depth: number): void {
    const disclosure = this.#find(digest);
    if (!disclosure) return;
    const { name, value } = disclosure;
    if (name === undefined) this.faults.push(fault('invalid-disclosure'));
    else if (isReserved(name)) this.faults.push(fault('reserved-claim', { claim: name }));
    else if (members.has(name)) this.faults.push(fault('claim-there-already', { claim: name }));
    else {
      this.placed.push({ pointer: below(pointer, name), disclosure });
      members.set(name, this.#value(value, below(pointer, name), depth));
    }
  }

  #value(value: Json, pointer: string, depth: number): Json {
    if (depth > MAX_DEPTH) {
      this.faults.push(fault('invalid-disclosure'));
      return null;
    }
    if (isList(value)) return this.#list(value, pointer, depth + 1);
    return isObject(value) ? this.object(value, pointer, depth + 1) : value;
  }

  #list(elements: readonly Json[], pointer: string, depth: number): Json[] {
    const shown: Json[] = [];
    for (const element of elements) {
      const digest = isObject(element) && Object.keys(element).length === 1 ? element['...'] : undefined;
      if (typeof digest !== 'string') shown.push(this.#value(element, below(pointer, shown.length), depth));
      else {
        const disclosure = this.#find(digest);
        if (disclosure && disclosure.name !== undefined) this.faults.push(fault('invalid-disclosure'));
        else if (disclosure) {
          this.placed.push({ pointer: below(pointer, shown.length), disclosure });
          shown.push(this.#value(disclosure.value, below(pointer, shown.length), depth));
        }
      }
    }
    return shown;
  }

  #find(digest: string): Disclosure | undefined {
    if (this.#seen.has(digest)) {
      this.faults.push(fault('repeated-digest'));
      return undefined;
    }
    this.#seen.add(digest);
    const disclosure = this.#byDigest.get(digest);
    if (!disclosure) this.withheld += 1;
    return disclosure;
  }
}
