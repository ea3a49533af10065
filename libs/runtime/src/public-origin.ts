/** The origin that is written into ids and links, for example `https://learning.example`. */
export class PublicOrigin {
  readonly url: string;

  constructor(url: string) {
    this.url = new URL(url).origin;
  }

  /** An issuer can be found by did:web only where anyone can fetch its document over https (did:web, section 2). */
  get isSecure(): boolean {
    return this.url.startsWith('https://');
  }
}
