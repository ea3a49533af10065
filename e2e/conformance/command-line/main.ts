import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { issue, verify } from './jose.js';
import { SiteFile, validate } from './json-schema.js';

/** What the suites that call a command for each test call it with. */
const Feature = z.enum(['credential_jose', 'presentation_jose']);
const Token = z.object({ input: z.string(), key: z.string(), feature: Feature });
const Validate = z.object({ format: z.enum(['JsonSchema', 'JsonSchemaCredential']), schema: z.string(), credential: z.string(), site: z.string() });

/** What they read from `--output`. */
interface Result {
  readonly result: 'success' | 'failure' | 'indeterminate';
  readonly data?: string;
}

const COMMANDS: Readonly<Record<string, (options: unknown) => Promise<Result>>> = {
  async issue(options) {
    const { input, key, feature } = Token.parse(options);
    return { result: 'success', data: await issue(feature, input, key) };
  },
  async verify(options) {
    const { input, key, feature } = Token.parse(options);
    return { result: (await verify(feature, input, key)) ? 'success' : 'failure' };
  },
  async validate(options) {
    const { format, schema, credential, site } = Validate.parse(options);
    return { result: await validate(format, schema, credential, SiteFile.parse(JSON.parse(readFileSync(site, 'utf8')))) };
  },
};

const { values, positionals: [name = ''] } = parseArgs({
  allowPositionals: true,
  options: Object.fromEntries(['input', 'key', 'feature', 'format', 'schema', 'credential', 'site', 'output'].map((option) => [option, { type: 'string' as const }])),
});
const command = COMMANDS[name];
if (!command || typeof values.output !== 'string') throw new Error(`no command ${name}`);
const result: Result = await command(values).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return { result: 'failure' };
});
writeFileSync(values.output, JSON.stringify(result));
