import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { OPERATOR, tenantOf, type Tenant } from '@laurel/runtime';
import type { FastifyRequest } from 'fastify';
import { InvalidToken, type AccessTokenClaims } from './access-token.js';
import { readScopes, roleOf, type Role, type Scope } from './scope.js';

/** Who asks. */
export interface Caller {
  readonly role: Role;
  /** What the token is good for. */
  readonly scopes: readonly [Scope, ...Scope[]];
  /** The provider's, learner's or operator's id. */
  readonly id: string;
  /** The API client, for machines. */
  readonly clientId?: string;
  /** What the learner granted, for wallets. */
  readonly grantId?: string;
  /** Whose rows the caller sees. */
  readonly tenant: Tenant;
}

export function callerOf({ scope, sub, client_id, grant_id }: AccessTokenClaims): Caller {
  const [first, ...others] = readScopes(scope) ?? [];
  if (!first) throw new InvalidToken('scope');
  const role = roleOf(first);
  return { role, scopes: [first, ...others], id: sub, ...(client_id === undefined ? {} : { clientId: client_id }), ...(grant_id === undefined ? {} : { grantId: grant_id }), tenant: role === 'operator' ? OPERATOR : tenantOf(sub) };
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, where a valid token came with the request. */
    caller?: Caller;
  }
}

/** The caller of a route that `@Allow` guards. */
export const FromCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller | undefined => context.switchToHttp().getRequest<FastifyRequest>().caller);
