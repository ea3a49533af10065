import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigError, jsonOf, readConfig, SecretKey } from './config.js';

const schema = z.object({ PORT: z.coerce.number().int().default(1), SECRET: z.string(), LIST_FILE: z.string(), KEY: SecretKey.optional(), JSON_THING: jsonOf(z.object({ a: z.int() })).optional() });
const file = (content: string) => {
  const path = join(mkdtempSync(join(tmpdir(), 'laurel-config-')), 'secret');
  writeFileSync(path, content);
  return path;
};

describe('readConfig', () => {
  it('reads variables, and secrets from files', () => {
    expect(readConfig(schema, { SECRET_FILE: file('hush\n'), LIST_FILE: '/list', PORT: '80', KEY: Buffer.alloc(32, 7).toString('base64url'), JSON_THING: '{"a":1}' })).toEqual({
      PORT: 80, SECRET: 'hush', LIST_FILE: '/list', KEY: Buffer.alloc(32, 7), JSON_THING: { a: 1 },
    });
  });

  it('tells all faults at once, each by its variable', () => {
    const read = () => readConfig(schema, { PORT: 'x', KEY: 'short', JSON_THING: '{"a":"b"}', SECRET_FILE: '/nowhere' });
    expect(read).toThrow(ConfigError);
    try {
      read();
    } catch (error) {
      expect(error instanceof ConfigError && error.faults.map((fault) => fault.split(':')[0]).sort()).toEqual(['JSON_THING', 'KEY', 'LIST_FILE', 'PORT', 'SECRET_FILE']);
    }
  });
});
