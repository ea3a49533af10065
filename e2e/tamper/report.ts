import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusReport } from './corpus.js';
import type { Proof } from './mutation/proven-checks.js';

/** What became of each part of the corpus. */
export type Reports = Readonly<Record<'samples' | 'resigned' | 'harmless' | 'altered', CorpusReport>>;

export const countOf = ({ judged }: CorpusReport): number => [...judged.values()].reduce((sum, count) => sum + count, 0);

const [BEGIN, END] = ['<!-- tamper -->', '<!-- /tamper -->'];

/** The section of docs/conformance.md about the corpus. */
export function sectionOf({ samples, resigned, harmless, altered }: Reports, proof: Proof): string {
  const formats = [...samples.judged.keys()].map((format) => `| \`${format}\` | ${altered.judged.get(format) ?? 0} | ${harmless.judged.get(format) ?? 0} |`);
  const kinds = [...resigned.judged].map(([kind, count]) => `${kind} ${count}`).join(', ');
  const behind = [...new Set(proof.equivalent.map(({ why }) => why))].map((why) => {
    const checks = proof.equivalent.filter((each) => each.why === why);
    return `| ${why} | ${[...new Set(checks.map(({ file }) => `\`${file.replace(/.*\/dist\//, '').replace(/\.js$/, '')}\``))].join(', ')} | ${checks.length} |`;
  });
  const excluded = [...proof.excluded].map(([why, count]) => `what ${why} (${count})`).join(', ');
  return [
    BEGIN,
    `A library that the verifier knows issues a good credential in every format, and a seeded generator alters each: every leaf, member, type, context and proof field, contexts that swap terms, members without a meaning or`,
    'twice, keywords of JSON-LD; in tokens every claim, header, disclosure and letter of the signature. All must be refused, each for the right reason. The harmless ones say the same in another order, with other white',
    'space, escapes and brackets: all must be accepted.',
    '',
    '| format | altered, refused | harmless, accepted |', '| --- | --- | --- |', ...formats, `| together | ${count(altered)} | ${count(harmless)} |`,
    '',
    `${count(resigned)} more are signed anew and wrong in one way, with good ones beside them: ${kinds}.`,
    '',
    `**The corpus is proven**: of ${proof.sites} checks in the compiled verifier, each taken out alone, the corpus notices ${proof.noticed}; ${proof.unproven} go unnoticed; ${proof.equivalent.length} have another behind them that refuses the same:`,
    '',
    '| what stands behind | in | checks |', '| --- | --- | --- |', ...behind,
    '',
    `A check is a condition, or one part of it, behind which something is refused, a look for a fault, or one of several names that are refused in a loop; the rules of zod schemas are not taken apart. Left out by rule: ${excluded}.`,
    '',
    '    npm run tamper               # half a minute; also in npm test',
    '    npm run tamper -- --mutate   # two minutes; with --write it writes this section',
    END,
  ].join('\n');
}

const count = (report: CorpusReport): string => countOf(report).toLocaleString('en');

/** Puts the section into docs/conformance.md, in its place or at the end. */
export function writeSection(root: string, section: string): void {
  const page = join(root, 'docs/conformance.md');
  const text = readFileSync(page, 'utf8');
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  writeFileSync(page, from < 0 ? `${text.trimEnd()}\n\n## Tamper corpus\n${section}\n` : text.slice(0, from) + section + text.slice(to + END.length));
}
