import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { OPERATOR, tenantOf, type Tenant } from '@laurel/runtime';
import type { FastifyRequest } from 'fastify';
import type { AccessTokenClaims, Scope } from './access-token.js';

/** Who asks. */
export interface Caller {
  readonly role: Scope;
  /** The provider's, learner's or operator's id. */
  readonly id: string;
  /** The API client, for machines. */
  readonly clientId?: string;
  /** Whose rows the caller sees. */
  readonly tenant: Tenant;
}

export const callerOf = ({ scope, sub, client_id }: AccessTokenClaims): Caller => ({
  role: scope,
  id: sub,
  ...(client_id === undefined ? {} : { clientId: client_id }),
  tenant: scope === 'operator' ? OPERATOR : tenantOf(sub),
});

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, where a valid token came with the request. */
    caller?: Caller;
  }
}

/** The caller of a route that `@Allow` guards. */
export const FromCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller | undefined => context.switchToHttp().getRequest<FastifyRequest>().caller);
