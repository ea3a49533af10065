import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { conditionsIn } from './conditions.js';
import { Refusing, unwrapped } from './refusing.js';
import { exclusionOf, VERIFIER } from './verifier.js';

/** How a check is taken out: a condition never refuses, a fault is never found, one of several is not there. */
export type Way = 'whenTrue' | 'whenFalse' | 'found' | 'each' | 'one';

/** One check in the compiled verifier. */
export interface Site {
  /** Its place among all of them. */
  readonly id: number;
  /** Path below the root of the repository. */
  readonly file: string;
  readonly line: number;
  /** What is taken out, on one line, and what it belongs to. */
  readonly what: string;
  readonly way: Way;
  /** Its text in the file. */
  readonly start: number;
  readonly end: number;
}

export interface Sites {
  readonly sites: readonly Site[];
  /** What looks like a check but is none of the verifier's, by the rule that says so. */
  readonly excluded: ReadonlyMap<string, number>;
}

/** Every place in the compiled verifier where something is refused. */
export function refusalSites(root: string): Sites {
  const files = VERIFIER.flatMap((path) => scripts(join(root, path))).map((file) => relative(root, file)).filter((file) => existsSync(join(root, sourceOf(file))));
  const excluded = new Map<string, number>();
  const found = files.flatMap((file) => sitesIn(file, readFileSync(join(root, file), 'utf8'), (why) => void excluded.set(why, (excluded.get(why) ?? 0) + 1)));
  return { sites: found.map((site, id) => ({ ...site, id })), excluded };
}

/** What was compiled once and has no source any more lies about. */
const sourceOf = (file: string): string => file.replace('/dist/', '/src/').replace(/\.js$/, '.ts');

const scripts = (path: string): string[] =>
  statSync(path).isFile() ? [path] : readdirSync(path, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile() && entry.name.endsWith('.js')).map((entry) => join(entry.parentPath, entry.name)).sort();

function sitesIn(file: string, text: string, exclude: (why: string) => void): Omit<Site, 'id'>[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const refusing = new Refusing(source);
  const sites = new Map<string, Omit<Site, 'id'>>();
  const take = (node: ts.Node, way: Way, within: ts.Node) => {
    const start = node.getStart(source);
    const why = exclusionOf(file, node);
    const place = `${start}-${node.getEnd()}`;
    if (sites.has(place)) return;
    if (why !== undefined) return exclude(why);
    const [what, around] = [node, within].map((each) => each.getText(source).replace(/\s+/g, ' '));
    sites.set(place, { file, line: source.getLineAndCharacterOfPosition(start).line + 1, what: around === what ? String(what).slice(0, 140) : `${String(what).slice(0, 90)}  in  ${String(around).slice(0, 140)}`, way, start, end: node.getEnd() });
  };
  const takeCondition = (condition: ts.Expression, refusesWhen: boolean, within: ts.Node) => {
    for (const { node, refusesWhen: when } of conditionsIn(condition, refusesWhen)) take(node, when ? 'whenTrue' : 'whenFalse', within);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isIfStatement(node)) {
      if (refusing.endsWith(node.thenStatement)) takeCondition(node.expression, true, node);
      else if (node.elseStatement && !ts.isIfStatement(node.elseStatement) && refusing.endsWith(node.elseStatement)) takeCondition(node.expression, false, node);
    }
    if (ts.isConditionalExpression(node)) {
      const [yes, no] = [node.whenTrue, node.whenFalse].map((branch) => refusing.anywhereIn(branch));
      if (yes !== no) takeCondition(node.condition, yes === true, node);
    }
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) for (const part of [node.left, node.right]) if (findsFault(part)) take(part, 'found', node);
    if (ts.isArrayLiteralExpression(node)) {
      if (isFaults(node)) for (const part of node.elements) if (ts.isSpreadElement(part) && !ts.isParenthesizedExpression(part.expression)) take(part.expression, 'each', node);
      if (isTable(node, refusing)) for (const part of node.elements) take(part, 'one', node);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...sites.values()];
}

/** A call that looks for a fault, or the first of some that were found before. */
function findsFault(node: ts.Expression): boolean {
  const call = unwrapped(node);
  if (ts.isElementAccessExpression(call)) return call.expression.getText() === 'faults';
  return ts.isCallExpression(call) && /[a-z](fault|faults)\b|^(fault|refusal|refused)[A-Z]/i.test(call.expression.getText()) && call.expression.getText() !== 'fault';
}

/** A list of faults, from several places. */
const isFaults = ({ parent }: ts.ArrayLiteralExpression): boolean => ts.isPropertyAssignment(parent) && parent.name.getText() === 'faults';

/** A list of which each item is looked at in the same way, and refused: names in a loop, rows with a rule each. */
function isTable(node: ts.ArrayLiteralExpression, refusing: Refusing): boolean {
  if (node.elements.length === 0) return false;
  if (node.elements.every((each) => ts.isStringLiteral(each))) {
    const { parent } = node;
    if (ts.isForOfStatement(parent)) return refusing.anywhereIn(parent.statement);
    return ts.isPropertyAccessExpression(parent) && ts.isCallExpression(parent.parent) && refusing.anywhereIn(outermost(parent));
  }
  return ts.isVariableDeclaration(node.parent) && node.elements.every((each) => ts.isArrayLiteralExpression(each) && each.elements.some(ts.isArrowFunction));
}

const outermost = (node: ts.Node): ts.Node => (ts.isPropertyAccessExpression(node.parent) || ts.isCallExpression(node.parent) ? outermost(node.parent) : node);
