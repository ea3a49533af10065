import type { Standalone } from './start-standalone.js';

/** What a newcomer sees: that it runs, and lines to paste. */
export function firstScreen({ address, origin, operatorFile }: Standalone, data: string): string {
  return `Laurel is ready at ${address}
${origin === address ? '' : `In what it signs it calls itself ${origin} (PUBLIC_ORIGIN, or the address of its first start).\n`}
  API            ${address}/docs
  data           ${data}
  operator       ${operatorFile}  (client id and secret)

Try it, in another terminal:

  # a token for the operator
  OPERATOR=$(node -p 'const o = JSON.parse(require("fs").readFileSync("${operatorFile}")); o.clientId + ":" + o.clientSecret')
  TOKEN=$(curl -s -u "$OPERATOR" -d grant_type=client_credentials ${address}/oauth/token | node -p 'JSON.parse(require("fs").readFileSync(0)).access_token')

  # a library applies, and the operator approves it
  ID=$(curl -s ${address}/v1/providers -H 'content-type: application/json' -d '{"name": "City Library", "setting": "library", "email": "hello@library.example"}' | node -p 'JSON.parse(require("fs").readFileSync(0)).id')
  curl -s ${address}/v1/providers/$ID/decisions -H "authorization: Bearer $TOKEN" -H 'content-type: application/json' -d '{"decision": "approve"}'

  # everybody sees it
  curl -s ${address}/v1/providers

The README goes on from here: accredit it, publish an achievement, submit an outcome, check the credential. Ctrl-C stops Laurel and keeps its data.
`;
}
