import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OAuthError } from './oauth-error.js';

/** Writes refusals of OAuth endpoints: RFC 6749 section 5.2, RFC 7591 section 3.2.2, RFC 7009 section 2.2.1. */
@Catch(OAuthError)
export class OAuthErrorFilter implements ExceptionFilter<OAuthError> {
  catch({ error, description }: OAuthError, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (error === 'invalid_client') void reply.header('www-authenticate', 'Basic realm="laurel"');
    void reply.status(error === 'invalid_client' ? 401 : 400).header('cache-control', 'no-store').send({ error, error_description: description });
  }
}
