/**
 * What is asked of a document: everything, or its proof alone, as conformance suites of others ask it, whose documents bring
 * contexts of their own and issuers that nobody can bind to a key. The second is never the default anywhere.
 */
export type Profile = 'full' | 'proof-only';
