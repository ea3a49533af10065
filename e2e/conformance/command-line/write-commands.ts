import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../system/surroundings.config.js';

/**
 * Two suites start each test with `docker compose run <implementation> <command>` over files below /tests. Written here are
 * a `docker` and a `docker-compose` that start this checkout's command instead, with those files where they are; `site` is the
 * file that says which Laurel runs, `certificate` the one that it shows.
 */
export function writeCommands(folder: string, { site, certificate }: { readonly site: string; readonly certificate: string }): void {
  mkdirSync(folder, { recursive: true });
  const main = join(root, 'e2e/dist/conformance/command-line/main.js');
  for (const name of ['docker', 'docker-compose']) {
    const file = join(folder, name);
    writeFileSync(file, `#!/bin/sh
# Written by npm run conformance.
until case "$1" in issue|verify|validate) true;; *) false;; esac; do shift; done
for argument do
  shift
  case "$argument" in /tests/*) argument="$PWD$argument";; esac
  set -- "$@" "$argument"
done
NODE_EXTRA_CA_CERTS=${JSON.stringify(certificate)} exec ${JSON.stringify(process.execPath)} ${JSON.stringify(main)} "$@" --site ${JSON.stringify(site)}
`);
    chmodSync(file, 0o755);
  }
}
