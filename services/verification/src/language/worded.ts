import { applyDecorators, type CallHandler, type ExecutionContext, type NestInterceptor, UseInterceptors } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { ENGLISH, type Language, LANGUAGES } from '@laurel/credentials';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { languageFor } from './negotiate.js';

/** An answer in English, said in another language. */
type Word<Answer> = (language: Language, answer: Answer) => Answer;

/**
 * Answers in the language that is asked for by Accept-Language, and says in which (RFC 9110 sections 8.5 and 12.5.4). What the
 * route returns is in English; problems (RFC 9457) stay so.
 */
export const Worded = <Answer>(word: Word<Answer>) =>
  applyDecorators(
    UseInterceptors(new InLanguage(word)),
    ApiHeader({ name: 'Accept-Language', required: false, description: `the language of the texts: ${LANGUAGES.map(({ tag }) => tag).join(', ')}; English unless asked otherwise` }),
  );

class InLanguage<Answer> implements NestInterceptor<Answer, Answer> {
  constructor(private readonly word: Word<Answer>) {}

  intercept(context: ExecutionContext, next: CallHandler<Answer>): Observable<Answer> {
    const http = context.switchToHttp();
    const language = languageFor(http.getRequest<FastifyRequest>().headers['accept-language']);
    return next.handle().pipe(
      map((answer) => {
        const reply = http.getResponse<FastifyReply>();
        const vary = [reply.getHeader('vary')].flat().filter((name) => typeof name === 'string');
        void reply.headers({ 'content-language': language.tag, vary: [...vary, 'Accept-Language'].join(', ') });
        return language === ENGLISH ? answer : this.word(language, answer);
      }),
    );
  }
}
