import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SiteFile } from './command-line/json-schema.js';
import { writeCommands } from './command-line/write-commands.js';
import { ConformanceSite } from './site/conformance-site.js';
import { writeContexts } from './suites/suite-contexts.js';
import { localConfig } from './suites/local.config.js';
import { SUITES } from './suites/suites.js';

export interface ConformanceOptions {
  readonly port: number;
  /** Where the suites' configuration is written. */
  readonly out: string;
}

/** What VC JSON Schema's suite wants of each implementation: which dialects it reads, in which form. */
const SCHEMA_SPECS = Object.fromEntries(['2020-12', '2019-09', 'Draft-7'].map((dialect) => [dialect, ['JsonSchema', 'JsonSchemaCredential']]));

/** A Laurel as the public suites need it; what they want to be told lies in `out`. */
export async function openConformance({ port, out }: ConformanceOptions, print: (line: string) => void): Promise<() => Promise<void>> {
  const folder = resolve(out);
  const [tokenFile, certificate, siteFile, publishedFolder] = ['token', 'certificate.pem', 'site.json', 'published'].map((name) => join(folder, name)) as [string, string, string, string];
  mkdirSync(publishedFolder, { recursive: true });
  const site = await ConformanceSite.open({ port, contexts: writeContexts(join(folder, 'contexts')), published: publishedFolder });
  const letGo = await site.keepToken(tokenFile);
  const { origin, enrolled: { providerId, dids } } = site;
  const published = { folder: publishedFolder, origin: site.published.origin };
  writeFileSync(join(folder, 'localConfig.cjs'), localConfig({ origin, providerId, dids, tokenFile }));
  writeFileSync(certificate, site.certificate.cert);
  writeFileSync(siteFile, JSON.stringify({ origin, providerId, did: dids.Ed25519, tokenFile, published } satisfies SiteFile));
  writeFileSync(join(folder, 'laurel.json'), JSON.stringify({ name: 'laurel', specs: SCHEMA_SPECS }));
  writeCommands(join(folder, 'bin'), { site: siteFile, certificate });
  print(`Laurel is ready for the suites at ${site.origin}\n\nIn the folder of each suite, after npm install: cp ${folder}/localConfig.cjs . and then, with DIR=${folder},\n`);
  for (const { name, repository, commit, command } of SUITES) print(`  ${name}, https://github.com/${repository} @ ${commit.slice(0, 7)}\n    ${command}`);
  print('\nCtrl-C ends it and leaves nothing behind but these files.');
  return async () => { letGo(); await site.close(); };
}
