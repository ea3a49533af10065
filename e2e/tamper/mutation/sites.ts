import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** One check in the source of the verifier, and the text that the file has without it. */
export interface Site {
  /** Path below the root of the repository, of a compiled file. */
  readonly file: string;
  readonly line: number;
  /** What is taken out, on one line. */
  readonly what: string;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** Where the verifier stands: all that decides whether something is refused. */
const FOLDERS = [
  'libs/credentials/dist/checks', 'libs/credentials/dist/opening', 'libs/credentials/dist/proof/suites', 'libs/credentials/dist/contexts', 'libs/credentials/dist/jose', 'libs/credentials/dist/sd-jwt',
  'libs/credentials/dist/did', 'services/verification/dist/checks',
];
/** Calls that say that something is wrong. */
const REFUSALS = new Set(['failed', 'failedBy', 'warned', 'fault', 'wrongKeyType', 'invalidProofValue']);

/** Every place in the compiled verifier where something is refused. */
export function refusalSites(root: string): Site[] {
  const files = FOLDERS.flatMap((folder) => scripts(join(root, folder)));
  return files.flatMap((file) => sitesIn(relative(root, file), readFileSync(file, 'utf8')));
}

const scripts = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile() && entry.name.endsWith('.js')).map((entry) => join(entry.parentPath, entry.name)).sort();

function sitesIn(file: string, text: string): Site[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const sites: Site[] = [];
  const take = (node: ts.Node, replacement: string) => {
    const start = node.getStart(source);
    sites.push({ file, line: source.getLineAndCharacterOfPosition(start).line + 1, what: node.getText(source).replace(/\s+/g, ' ').slice(0, 140), start, end: node.getEnd(), replacement });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isIfStatement(node) && !node.elseStatement && leaves(node.thenStatement) && refuses(node.thenStatement)) take(node, ';');
    if (ts.isConditionalExpression(node)) {
      const [yes, no] = [refuses(node.whenTrue), refuses(node.whenFalse)];
      if (yes && !no) take(node, node.whenFalse.getText(source));
      if (no && !yes) take(node, node.whenTrue.getText(source));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return sites;
}

const leaves = (statement: ts.Statement): boolean =>
  ts.isReturnStatement(statement) || (ts.isBlock(statement) && statement.statements.some((each) => ts.isReturnStatement(each)));

/** Whether something wrong is told in a node, in so many words. */
function refuses(node: ts.Node): boolean {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && REFUSALS.has(node.expression.text)) return true;
  if (ts.isIdentifier(node) && node.text === 'invalidSignature') return true;
  return ts.forEachChild(node, (child) => refuses(child) || undefined) ?? false;
}
