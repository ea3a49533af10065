import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createOnce } from '../processes/durable-file.js';
import { readPasswordFolder } from './setup.config.js';

/**
 * Makes the superuser's password of the Postgres container, and the url with it for setup: before either starts.
 * Other users may read the files, since Postgres runs as its own; only those two containers have the volume.
 */
const folder = readPasswordFolder();
const password = createOnce(join(folder, 'password'), () => randomBytes(24).toString('base64url'), 0o644);
createOnce(join(folder, 'url'), () => `postgres://postgres:${password}@postgres:5432/laurel`, 0o644);
