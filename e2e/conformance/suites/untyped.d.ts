declare module 'ed25519-signature-2020-context' {
  export const CONTEXT_URL: string;
  export const CONTEXT: object;
}
