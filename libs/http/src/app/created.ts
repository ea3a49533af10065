import { applyDecorators, HttpCode, Injectable, mixin, UseInterceptors, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { ApiCreatedResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { tap, type Observable } from 'rxjs';
import { z } from 'zod';

/** 201 with a Location (RFC 9110 section 15.3.2) that is told from the body. */
export function Created<Body extends z.ZodType>(standardSchema: Body, locationOf: (body: z.output<Body>) => string) {
  @Injectable()
  class Location implements NestInterceptor {
    intercept(context: ExecutionContext, next: CallHandler<z.output<Body>>): Observable<z.output<Body>> {
      const reply = context.switchToHttp().getResponse<FastifyReply>();
      return next.handle().pipe(tap((body) => void reply.header('location', locationOf(body))));
    }
  }
  return applyDecorators(HttpCode(201), UseInterceptors(mixin(Location)), ApiCreatedResponse({ standardSchema }));
}
