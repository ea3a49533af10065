/** A check that can be taken out unnoticed, since what it refuses is refused all the same, for the same reason. */
export interface Equivalent {
  readonly file: string;
  /** What its text begins with. */
  readonly what: string;
  readonly why: string;
}

const TYPES = 'there for the compiler: what is before it says so already';
const KEY = 'the key is made next, and refuses for the same reason; DID resolution tells them apart';
const METHOD = 'whoever asks has looked at the method';

export const EQUIVALENTS: readonly Equivalent[] = (
  [
    ['checks/proofs.js', 'isObject(value)', 'the schema of a proof refuses all but objects'],
    ['did/did-jwk.js', 'did.startsWith(PREFIX)', METHOD],
    ['did/did-key.js', 'did.startsWith(`${PREFIX}z`)', KEY],
    ['did/did-key.js', 'did.startsWith(PREFIX)', METHOD],
    ['dids/foreign-keys.js', "did.startsWith('did:web:')", METHOD],
    ['document/canonical-json.js', "typeof value === 'number' && !Number.isFinite(value)", 'the reader of JSON refuses a number without end'],
    ['document/canonical-json.js', 'text === undefined', 'no JSON has values without a text'],
    ['document/values/related-resource.js', 'name !== undefined', 'without a name there is no length, and no digest has none'],
    ['envelopes/enveloped.js', 'isObject(value)', TYPES],
    ['envelopes/enveloped.js', "typeof value.id !== 'string'", 'what is no text has not the form of a data: URL'],
    ['envelopes/enveloped.js', 'isMediaType(mediaType)', 'one match gives media type and text, or neither'],
    ['envelopes/enveloped.js', 'text === undefined', 'one match gives media type and text, or neither'],
    ['images/international-text.js', 'flags === 0', 'its keyword ends there, or it is not taken for one'],
    ['images/png-chunks.js', 'isPng(png)', 'told from an SVG before'],
    ['images/svg-scan.js', 'this.#root', 'the reader of XML wants a root'],
    ['keys/multikey.js', 'bytes', KEY],
    ['keys/multikey.js', 'type', KEY],
    ['keys/multikey.js', 'bytes.length !== 2 + PUBLIC_KEY_BYTES[type]', KEY],
    ['keys/public-key.js', "key.asymmetricKeyType !== 'rsa'", TYPES],
    ['keys/public-key.js', 'read.success', KEY],
    ['keys/public-key.js', 'abscissa.length !== size', KEY],
    ['keys/public-key.js', 'ordinate.length !== size', KEY],
    ['opening/open-presentation.js', 'isTooLarge(read)', 'the reader of requests counts levels and members too'],
    ['sd-jwt/key-binding.js', 'isObject(cnf)', 'there is no key in what is none'],
    ['sd-jwt/sd-jwt.js', 'keyBinding === undefined', TYPES],
    ['selective-disclosure/ecdsa-sd-2023.js', 'value', TYPES],
    ['selective-disclosure/ecdsa-sd-2023.js', "key.type === 'P-256'", 'keys of other kinds have other lengths'],
    ['selective-disclosure/proof-value.js', "typeof text === 'string'", 'the schema of a proof wants a text'],
    ['selective-disclosure/proof-value.js', 'value', TYPES],
    ['selective-disclosure/statements.js', 'told === undefined', 'that each node has its label is seen before'],
    ['standing/bitstring-list.js', 'issuer === undefined', 'a list is verified before, and has an issuer'],
    ['standing/status-claim.js', 'list.kind === kind', TYPES],
    ['standing/token-list.js', 'wrong', 'what is wrong has no list'],
    ['standing/token-list.js', 'list', TYPES],
    ['standing/token-list.js', 'controller === undefined', TYPES],
    ['status-list/token-status-list.js', 'packed', 'nothing cannot be unpacked'],
  ] as const
).map(([file, what, why]) => ({ file, what: `${what}  in  `, why }));
