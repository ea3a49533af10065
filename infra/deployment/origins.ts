import { join } from 'node:path';
import { z } from 'zod';
import { readIfPresent, replaceFile } from '../processes/durable-file.js';

/** First the origin of the first start, then every other this deployment has had. */
const Origins = z.array(z.url()).min(1);

export interface Origin {
  /** Written into what is signed, and into links. */
  origin: string;
  /** All that this deployment ever signed under, the present one included. */
  knownOrigins: string[];
}

/**
 * The origin of a data folder: PUBLIC_ORIGIN if it is given, else that of the first start, since credentials
 * carry it and must stay checkable when the port changes; on the first start `http://127.0.0.1:<port>`.
 */
export function rememberOrigin(dataFolder: string, port: number, publicOrigin?: string): Origin {
  const path = join(dataFolder, 'origins.json');
  const text = readIfPresent(path);
  const before = text === undefined ? [] : Origins.parse(JSON.parse(text));
  const origin = publicOrigin === undefined ? (before[0] ?? `http://127.0.0.1:${port}`) : normalOrigin(publicOrigin);
  const knownOrigins = [...new Set([...before, origin])];
  if (knownOrigins.length > before.length) replaceFile(path, `${JSON.stringify(knownOrigins, null, 2)}\n`);
  return { origin, knownOrigins };
}

function normalOrigin(text: string): string {
  const { origin, pathname, search, hash, protocol } = new URL(text);
  if (!/^https?:$/.test(protocol) || pathname !== '/' || search || hash) {
    throw new Error(`PUBLIC_ORIGIN must be an http or https origin without a path, such as https://laurel.example; it is ${text}`);
  }
  return origin;
}
