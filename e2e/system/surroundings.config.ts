import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What could point a started Laurel at something that is not its own; a story or a campaign says these itself. */
const OURS = /^(LAUREL_|PUBLIC_ORIGIN|DATABASE_|SMTP_URL|PORT$|HOST$|RATE_LIMITS|LOG_LEVEL|MAIL_|.*_FILE$|NODE_OPTIONS$|JEST_)/;

/** The environment for a Laurel of one's own. KAFKA_BROKERS is handed on only where `keep` names it. */
export function childEnvironment(own: Readonly<Record<string, string>>, keep: readonly string[] = []): Record<string, string> {
  const inherited = Object.entries(process.env).filter(([name]) => keep.includes(name) || (!OURS.test(name) && name !== 'KAFKA_BROKERS'));
  return { ...Object.fromEntries(inherited.map(([name, value]) => [name, value ?? ''])), ...own };
}

/** The root of this checkout, from sources and from dist alike. */
export const root = (() => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'services', 'standalone'))) {
    if (folder === dirname(folder)) throw new Error('this file does not stand in a checkout of Laurel');
    folder = dirname(folder);
  }
  return folder;
})();
