import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Site } from './checks/sites.js';

const [SWITCHES, PROGRAM] = ['./switches.js', './judge-mutants.js'].map((file) => new URL(file, import.meta.url));
/** A verifier that waits for ever without a check has noticed something too. */
const WITHIN_MS = 90_000;

/** What the process says: how far it is, and what came of a check that was taken out. */
export type Said = { readonly judged: number } | { readonly begins: number } | { readonly id: number; readonly ms: number; readonly noticed?: string; readonly unnoticed?: string };

/** What the corpus held against the verifier without a check, or that it held nothing. */
export interface MutantVerdict {
  readonly site: Site;
  readonly ms: number;
  readonly noticed?: string;
  readonly unnoticed?: string;
}

/** Takes out one check after the other and has the corpus judged; where that ends the process, another goes on with the rest. */
export async function* judgeMutants(root: string, run: string, sites: readonly Site[]): AsyncGenerator<MutantVerdict> {
  const open = new Map(sites.map((site) => [site.id, site]));
  while (open.size > 0) {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', String(SWITCHES), fileURLToPath(PROGRAM ?? ''), JSON.stringify({ run, ids: [...open.keys()] })], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = once(child, 'exit');
    let [at, complaint]: [Site | undefined, string] = [undefined, ''];
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint = (complaint + text).slice(-2_000)));
    let timer = setTimeout(() => undefined, 0);
    for await (const line of createInterface({ input: child.stdout })) {
      const said = JSON.parse(line) as Said;
      clearTimeout(timer);
      if ('begins' in said) {
        at = open.get(said.begins);
        timer = setTimeout(() => child.kill('SIGKILL'), WITHIN_MS);
      } else if ('id' in said) {
        const site = open.get(said.id);
        open.delete(said.id);
        if (site) yield { site, ...said };
      } else at = undefined;
    }
    clearTimeout(timer);
    const [code] = (await ended) as [number | null];
    if (code === 0) break;
    if (!at || !open.has(at.id)) throw new Error(`the corpus cannot be judged: ${complaint.trim()}`);
    open.delete(at.id);
    yield { site: at, ms: 0, noticed: `the verifier ended, or never answered: ${complaint.trim().slice(-200)}` };
  }
}
