import { type SaxesTagNS, SaxesParser } from 'saxes';
import { CredentialError } from '../credential-error.js';

const SVG = 'http://www.w3.org/2000/svg';
/** Open Badges 3.0 section 5.3.2.1. */
export const OPENBADGES = 'https://purl.imsglobal.org/ob/v3p0';
/** Deeper than any drawing; looking up a prefix costs as much as a document is deep. */
const MAX_DEPTH = 128;

/** What there is in an SVG for baking: where its root tag ends, what `openbadges:` means there, and the credential elements. */
export interface SvgScan {
  /** Index in UTF-16 code units, after the `>`. */
  readonly rootEnd: number;
  readonly root: SaxesTagNS;
  readonly baked: readonly BakedElement[];
}

export interface BakedElement {
  readonly verify: string | undefined;
  readonly body: string;
}

/** The text of an SVG file. Throws `invalid-svg` for what is not UTF-8. */
export function svgText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw invalid('it is not UTF-8', cause);
  }
}

/**
 * Reads an SVG to its end: well-formed, one svg at its root, no declarations of entities, nothing nested beyond 128 levels.
 * A DOCTYPE that points to a DTD is passed over, as nothing is ever fetched. Throws `invalid-svg`.
 */
export function scanSvg(svg: string): SvgScan {
  const scan = new Scan();
  try {
    return scan.read(svg);
  } catch (cause) {
    throw cause instanceof CredentialError ? cause : invalid(cause instanceof Error ? cause.message.slice(0, 200) : 'it cannot be read', cause);
  }
}

class Scan {
  readonly #parser = new SaxesParser({ xmlns: true });
  readonly #baked: { verify: string | undefined; body: string }[] = [];
  #root: Pick<SvgScan, 'root' | 'rootEnd'> | undefined;
  #depth = 0;
  /** How deep the credential element lies that is being read. */
  #inside: number | undefined;

  read(svg: string): SvgScan {
    this.#parser.on('xmldecl', ({ encoding }) => {
      if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') throw invalid('it says it is not UTF-8');
    });
    this.#parser.on('doctype', (doctype) => {
      if (doctype.includes('[')) throw invalid('it declares entities or a DTD of its own');
    });
    this.#parser.on('opentag', (tag) => this.#open(tag));
    this.#parser.on('closetag', () => this.#close());
    this.#parser.on('text', (text) => this.#take(text));
    this.#parser.on('cdata', (text) => this.#take(text));
    this.#parser.write(svg).close();
    if (!this.#root) throw invalid('it is empty');
    return { ...this.#root, baked: this.#baked };
  }

  #open(tag: SaxesTagNS): void {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw invalid(`it is nested deeper than ${MAX_DEPTH} levels`);
    this.#root ??= this.#asRoot(tag);
    if (this.#inside !== undefined) throw invalid('there are elements in the credential');
    if (tag.uri !== OPENBADGES || tag.local !== 'credential') return;
    this.#inside = this.#depth;
    this.#baked.push({ verify: tag.attributes.verify?.value, body: '' });
  }

  #asRoot(tag: SaxesTagNS): Pick<SvgScan, 'root' | 'rootEnd'> {
    if (tag.local !== 'svg' || tag.uri !== SVG) throw invalid('it is no SVG');
    return { root: tag, rootEnd: this.#parser.position };
  }

  #close(): void {
    if (this.#inside === this.#depth) this.#inside = undefined;
    this.#depth -= 1;
  }

  #take(text: string): void {
    const baked = this.#baked.at(-1);
    if (baked && this.#inside !== undefined) baked.body += text;
  }
}

const invalid = (detail: string, cause?: unknown): CredentialError => new CredentialError('invalid-svg', detail, undefined, { cause });
