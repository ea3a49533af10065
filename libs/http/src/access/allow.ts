import { applyDecorators, Injectable, SetMetadata, UseGuards, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiBearerAuth } from '@nestjs/swagger';
import { requestProblem } from '@laurel/runtime';
import type { FastifyRequest } from 'fastify';
import type { Scope } from './access-token.js';
import type { Caller } from './caller.js';

const ROLES = Symbol('roles that a route allows');

/** What a service knows of callers whose tokens were valid when signed: deleted clients, suspended providers. */
export abstract class Standing {
  abstract stands(caller: Caller): Promise<boolean>;
}

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly standing: Standing,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { caller } = context.switchToHttp().getRequest<FastifyRequest>();
    const roles = this.reflector.get<readonly Scope[]>(ROLES, context.getHandler());
    if (!caller || !(await this.standing.stands(caller))) {
      throw requestProblem('unauthenticated', 'There is no access token that is valid now.', { headers: { 'www-authenticate': 'Bearer realm="laurel", error="invalid_token"' } });
    }
    if (!roles.includes(caller.role)) throw requestProblem('forbidden', `This is for ${roles.join(' and ')}; the token is of ${caller.role}.`);
    return true;
  }
}

/** Who may call a route: `@Allow('provider')`. A route without it is for anyone. */
export const Allow = (...roles: [Scope, ...Scope[]]) => applyDecorators(SetMetadata(ROLES, roles), UseGuards(AccessGuard), ApiBearerAuth());
