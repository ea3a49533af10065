import { CLR, CLR_FIRST } from './context-urls.js';

const VOCABULARY = 'https://purl.imsglobal.org/spec/vc/clr/vocab.html#';

/** Every scope of a type reads `id` and `type` as JSON-LD's own. */
const KEYWORDS = { id: '@id', type: '@type' } as const;

/** A term of the CLR's vocabulary, under its own name unless it is called otherwise there, with a type of value if it has one. */
const term = (name: string, type?: string) => ({ '@id': `${VOCABULARY}${name}`, ...(type !== undefined && { '@type': type }) });
const set = (name: string, type: string) => ({ ...term(name, type), '@container': '@set' });
/** A class, with the terms that it brings along. */
const classOf = (name: string, terms: object) => ({ ...term(name), '@context': terms });

/** A context with the three classes of CLR 2.0; what differs between its versions is given. */
const context = (openBadges: string, { credential = {}, subject = {} }: { readonly credential?: object; readonly subject?: object }) => ({
  '@context': {
    ...KEYWORDS,
    ClrCredential: classOf('ClrCredential', { ...KEYWORDS, ...credential }),
    ClrSubject: classOf('ClrSubject', {
      ...KEYWORDS,
      cred: 'https://www.w3.org/2018/credentials#',
      obi: openBadges,
      achievement: set('achievement', 'obi:Achievement'),
      association: set('association', `${VOCABULARY}Association`),
      verifiableCredential: set('verifiableCredential', 'cred:verifiableCredential'),
      ...subject,
    }),
    Association: classOf('Association', {
      associationType: term('AssociationType'),
      sourceId: term('sourceId', 'xsd:anyURI'),
      targetId: term('targetId', 'xsd:anyURI'),
    }),
  },
});

/**
 * The contexts of CLR 2.0, which no package brings, by their URLs: written from the specification, and to the letter what
 * 1EdTech publishes, as one other definition would make other signatures.
 */
export const clrContexts: ReadonlyMap<string, object> = new Map([
  [CLR_FIRST, context('https://purl.imsglobal.org/spec/ob/v3p0/vocab.html#', {})],
  [
    CLR,
    context('https://purl.imsglobal.org/spec/vc/ob/vocab.html#', {
      credential: { partial: term('partial', 'xsd:boolean') },
      subject: { identifier: set('identifier-1', 'obi:Identifier') },
    }),
  ],
]);
