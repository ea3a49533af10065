import ts from 'typescript';

/** Calls that say that something is wrong, and what is thrown for it, in every file of the verifier. */
const REFUSALS = new Set(['failed', 'failedBy', 'warned', 'fault', 'problem', 'CredentialError', 'wrongKeyType', 'invalidProofValue', 'invalidSignature', 'invalidToken', 'invalid', 'indistinct', 'TypeError']);
/** Functions whose `undefined` refuses: whoever calls them refuses for it. */
const REFUSE_BY_NOTHING = new Set(['decodeProofValue', 'cbor', 'keyOf', 'partedStatements', 'signedLabels', 'unenvelop', 'unenvelopFormer', 'readBase64url', 'holderKey', 'sriOf', 'instantOf', 'dialectOf']);

const NOTHING = (node: ts.Node): boolean => ts.isIdentifier(node) && node.text === 'undefined';

/** What refuses in one file: the words above, and helpers of its own that are made of them. */
export class Refusing {
  private readonly helpers = new Set<string>();

  constructor(source: ts.SourceFile) {
    const find = (node: ts.Node): void => {
      if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer && ts.isArrowFunction(node.initializer) && !ts.isBlock(node.initializer.body) && this.says(unwrapped(node.initializer.body))) this.helpers.add(node.name.text);
      ts.forEachChild(node, find);
    };
    find(source);
  }

  /** Whether a node is such a call, alone or beside what it is told with. */
  private says(node: ts.Node): boolean {
    if (ts.isObjectLiteralExpression(node)) return node.properties.some((each) => ts.isSpreadAssignment(each) && this.says(unwrapped(each.expression)));
    return (ts.isCallExpression(node) || ts.isNewExpression(node)) && ts.isIdentifier(node.expression) && this.names(node.expression.text);
  }

  private names(name: string): boolean {
    return REFUSALS.has(name) || this.helpers.has(name);
  }

  /** Whether something wrong is told somewhere in a node, in so many words. */
  anywhereIn(node: ts.Node): boolean {
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && ts.isIdentifier(node.expression) && this.names(node.expression.text)) return true;
    if (ts.isIdentifier(node) && node.text === 'invalidSignature') return true;
    if (NOTHING(node) && REFUSE_BY_NOTHING.has(functionAround(node))) return true;
    return ts.forEachChild(node, (child) => this.anywhereIn(child) || undefined) ?? false;
  }

  /** Whether a statement ends with a refusal: returns it, throws it, or adds it to others. */
  endsWith(statement: ts.Statement): boolean {
    const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement;
    if (!last) return false;
    if (ts.isReturnStatement(last) || ts.isExpressionStatement(last)) return last.expression !== undefined && this.anywhereIn(last);
    return ts.isThrowStatement(last) && this.anywhereIn(last);
  }
}

/** The name of the innermost function with one around a node. */
export function functionAround(node: ts.Node): string {
  return functionsAround(node)[0] ?? '';
}

/** The names of all functions around a node, the innermost first. */
export function functionsAround(node: ts.Node): string[] {
  const names: string[] = [];
  for (let at: ts.Node | undefined = node.parent; at; at = at.parent) {
    if ((ts.isFunctionDeclaration(at) || ts.isMethodDeclaration(at)) && at.name) names.push(at.name.getText());
    if (ts.isArrowFunction(at) && ts.isVariableDeclaration(at.parent)) names.push(at.parent.name.getText());
  }
  return names;
}

export function unwrapped(node: ts.Node): ts.Node {
  if (ts.isParenthesizedExpression(node) || ts.isAwaitExpression(node)) return unwrapped(node.expression);
  return node;
}
