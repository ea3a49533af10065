import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeCommands } from './command-line/write-commands.js';
import { ConformanceSite } from './site/conformance-site.js';
import { writeContexts } from './suites/suite-contexts.js';
import { localConfig } from './suites/local-config.js';
import { SUITES } from './suites/suites.js';

export interface ConformanceOptions {
  readonly port: number;
  /** Where the suites' configuration is written. */
  readonly out: string;
}

/** A Laurel as the public suites need it; what they want to be told lies in `out`. */
export async function openConformance({ port, out }: ConformanceOptions, print: (line: string) => void): Promise<() => Promise<void>> {
  const folder = resolve(out);
  mkdirSync(folder, { recursive: true });
  const site = await ConformanceSite.open({ port, contexts: writeContexts(join(folder, 'contexts')) });
  const tokenFile = join(folder, 'token');
  const letGo = await site.keepToken(tokenFile);
  writeFileSync(join(folder, 'localConfig.cjs'), localConfig({ ...site.enrolled, origin: site.origin, tokenFile }));
  writeCommands(join(folder, 'bin'));
  writeFileSync(join(folder, 'certificate.pem'), site.certificate.cert);
  print(`Laurel is ready for the suites at ${site.origin}\n\nIn the folder of each suite, after npm install: cp ${folder}/localConfig.cjs . and then, with DIR=${folder},\n`);
  for (const { name, repository, commit, command } of SUITES) print(`  ${name}, https://github.com/${repository} @ ${commit.slice(0, 7)}\n    ${command}`);
  print('\nCtrl-C ends it and leaves nothing behind but these files.');
  return async () => { letGo(); await site.close(); };
}
