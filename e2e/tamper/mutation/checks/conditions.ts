import ts from 'typescript';
import { unwrapped } from './refusing.js';

/** A condition that refuses by itself: when it is true, or when it is false. */
export interface Condition {
  readonly node: ts.Expression;
  readonly refusesWhen: boolean;
}

/** The parts of a condition of which each refuses by itself: of `a || !(b && c)`, where true refuses, `a`, `b` and `c`. */
export function conditionsIn(node: ts.Expression, refusesWhen: boolean): Condition[] {
  if (ts.isParenthesizedExpression(node)) return conditionsIn(node.expression, refusesWhen);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) return conditionsIn(node.operand, !refusesWhen);
  if (ts.isIdentifier(node)) {
    const named = initializerOf(node);
    return named && isJoined(named) && joins(named, refusesWhen) ? conditionsIn(named, refusesWhen) : [{ node, refusesWhen }];
  }
  if (!isJoined(node)) return [{ node, refusesWhen }];
  if (joins(node, refusesWhen)) return [node.left, node.right].flatMap((part) => conditionsIn(part, refusesWhen));
  // `a && (b || c)`: either refuses, where `a` holds
  const either = [node.left, node.right].map(unwrapped).find((part) => ts.isBinaryExpression(part) && isJoined(part) && joins(part, refusesWhen));
  return either ? conditionsIn(either as ts.Expression, refusesWhen) : [{ node, refusesWhen }];
}

const isJoined = (node: ts.Node): node is ts.BinaryExpression => ts.isBinaryExpression(node) && [ts.SyntaxKind.BarBarToken, ts.SyntaxKind.AmpersandAmpersandToken].includes(node.operatorToken.kind);

/** Whether each side refuses by itself. */
const joins = ({ operatorToken }: ts.BinaryExpression, refusesWhen: boolean): boolean => operatorToken.kind === (refusesWhen ? ts.SyntaxKind.BarBarToken : ts.SyntaxKind.AmpersandAmpersandToken);

/** What a constant of the same function stands for. */
function initializerOf(name: ts.Identifier): ts.Expression | undefined {
  for (let at: ts.Node = name.parent; !ts.isSourceFile(at); at = at.parent) {
    if (!ts.isBlock(at)) continue;
    const declared = at.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) => declarationList.declarations).find((each) => ts.isIdentifier(each.name) && each.name.text === name.text);
    if (declared) return declared.initializer;
  }
  return undefined;
}
