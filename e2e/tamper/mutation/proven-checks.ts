import { EQUIVALENTS } from './checks/equivalents.js';
import { judgeMutants, type MutantVerdict } from './run-mutants.js';
import { refusalSites, type Site } from './checks/sites.js';

/** What came of taking the checks out of the verifier, one by one. */
export interface Proof {
  readonly sites: number;
  readonly noticed: number;
  /** Those with another check behind them. */
  readonly equivalent: readonly { readonly file: string; readonly why: string }[];
  readonly unproven: number;
  /** What is no check of the verifier's, by rule. */
  readonly excluded: ReadonlyMap<string, number>;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Takes each check out of the verifier and tells what the corpus makes of it. @param only checks whose file or text contains this; all, if it is empty */
export async function provenChecks(root: string, run: string, only: string): Promise<Proof> {
  const { sites: all, excluded } = refusalSites(root);
  const sites = all.filter(({ file, what }) => `${file} ${what}`.includes(only));
  const verdicts: MutantVerdict[] = [];
  for await (const verdict of judgeMutants(root, run, sites)) {
    verdicts.push(verdict);
    say(told(verdict));
  }
  const unnoticed = verdicts.filter((each) => each.noticed === undefined);
  const equivalent = unnoticed.flatMap(({ site }) => equivalenceOf(site) ?? []);
  const unproven = unnoticed.filter(({ site }) => !equivalenceOf(site));
  const noLonger = only === '' ? EQUIVALENTS.filter(({ file, what }) => !unnoticed.some(({ site }) => site.file.endsWith(file) && site.what.startsWith(what))) : [];
  say(`\n${sites.length} checks taken out one by one: ${verdicts.length - unnoticed.length} noticed, ${equivalent.length} with another check behind them, ${unproven.length} unnoticed`);
  for (const { file, what, why } of equivalent) say(`  behind ${file} ${what}: ${why}`);
  for (const { site, unnoticed: why } of unproven) say(`  UNNOTICED ${site.file}:${site.line} ${site.what}: ${why}`);
  for (const { file, what } of noLonger) say(`  NO LONGER SO ${file} ${what}`);
  for (const [why, count] of excluded) say(`  left out, as it ${why}: ${count}`);
  return { sites: sites.length, noticed: verdicts.length - unnoticed.length, equivalent, unproven: unproven.length + noLonger.length, excluded };
}

const equivalenceOf = ({ file, what }: Site) => EQUIVALENTS.find((each) => file.endsWith(each.file) && what.startsWith(each.what));

function told({ site, ms, noticed, unnoticed }: MutantVerdict): string {
  const known = equivalenceOf(site);
  const [word, why] = noticed !== undefined ? ['noticed', noticed] : known ? ['behind', known.why] : ['UNNOTICED', unnoticed];
  // what was sent may be any text
  return `${word.padEnd(9)} ${String(ms).padStart(5)} ms  ${site.file}:${site.line} ${site.what}\n                   ${(why ?? '').slice(0, 160).replace(/[^ -~]/g, '?')}`;
}
