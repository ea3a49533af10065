import { applyDecorators, Injectable, SetMetadata, UseGuards, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiBearerAuth } from '@nestjs/swagger';
import { requestProblem } from '@laurel/runtime';
import type { FastifyRequest } from 'fastify';
import type { Caller } from './caller.js';
import type { Scope } from './scope.js';

const SCOPES = Symbol('scopes that a route allows');

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
    const allowed = this.reflector.get<readonly Scope[]>(SCOPES, context.getHandler());
    if (!caller || !(await this.standing.stands(caller))) {
      throw requestProblem('unauthenticated', 'There is no access token that is valid now.', { headers: { 'www-authenticate': 'Bearer realm="laurel", error="invalid_token"' } });
    }
    if (!allowed.some((scope) => caller.scopes.includes(scope))) throw requestProblem('forbidden', `This is for ${allowed.join(' and ')}; the token is of ${caller.scopes.join(' ')}.`);
    return true;
  }
}

/** Whose tokens a route takes: `@Allow('provider')`, those with one of these scopes. A route without it is for anyone. */
export const Allow = (...scopes: [Scope, ...Scope[]]) => applyDecorators(SetMetadata(SCOPES, scopes), UseGuards(AccessGuard), ApiBearerAuth());
